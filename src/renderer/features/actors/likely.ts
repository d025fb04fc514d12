import { foldString } from '../../../shared/text/fold.ts';
import { stateNamed, stateOfCapital } from '../../../shared/text/names/states.ts';
import type { Actor, ActorKind } from '../../../shared/model/actor.ts';

const most = 4;

/** The actors whose names share a word with `words`, best first: most words shared, most mentioned. */
export function likelyActors(actors: readonly Actor[], words: string): Actor[] {
  const wanted = wordsOf(words);
  return actors
    .map((actor) => {
      const own = new Set(actor.names.flatMap(({ name }) => wordsOf(name)));
      return { actor, shared: wanted.filter((word) => own.has(word)).length };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || b.actor.mentions - a.actor.mentions)
    .slice(0, most)
    .map(({ actor }) => actor);
}

/** The state whose capital the words name: news has "Paris" say what France says. */
export function governmentNamed(actors: readonly Actor[], words: string): Actor[] {
  const state = stateOfCapital(words);
  if (state === undefined) return [];
  return actors.filter(
    ({ kind, names }) =>
      kind === 'state' && names.some(({ name }) => stateNamed(name)?.code === state.code),
  );
}

const wordsOf = (text: string): string[] =>
  foldString(text)
    .split(/[\s.,-]+/)
    .filter((word) => word.length > 1);

/** The kind that a name's form suggests; the person sees it chosen and can change it. */
export function proposedKind(words: string): ActorKind {
  if (
    /\b(ministry|party|agency|council|bank|university|committee|commission|office|union|group|inc|corp|ltd|institute|service)\b/i.test(
      words,
    )
  ) {
    return 'organisation';
  }
  if (/省|庁|党|委員会|銀行|大学|新聞|통신|청$|부$/.test(words)) return 'organisation';
  return 'person';
}
