import type { ActorKind } from '../../model/actor.ts';
import type { TextRange } from '../../model/ranges.ts';
import { findNames, type FoundName } from './find/find-names.ts';
import { findUnspacedNames } from './find/unspaced.ts';
import { namePatterns } from './patterns.ts';
import { parsePersonName, surnames } from './person-name.ts';
import { stateNamed } from './states.ts';
import { nameWords } from './words.ts';

/** A text to read names from, and the places in it that already have an owner. */
export interface ProposalSource {
  readonly id: string;
  readonly text: string;
  readonly taken: readonly TextRange[];
}

/** Somebody the texts name: the ways the name is written, and where. */
export interface ProposedActor {
  readonly kind: ActorKind;
  readonly name: string;
  readonly names: readonly string[];
  readonly mentions: number;
  readonly evidence: readonly (TextRange & { articleId: string })[];
}

interface Group {
  kind: ActorKind;
  readonly spellings: Map<string, number>;
  readonly places: (TextRange & { articleId: string })[];
}

const evidenceShown = 5;

/** What the spellings of one name share; a person's name has one key for each order of its words. */
function identity({ kind, text }: Pick<FoundName, 'kind' | 'text'>): {
  kind: ActorKind;
  keys: string[];
} {
  const state = stateNamed(text);
  if (state !== undefined && kind !== 'person') return { kind: 'state', keys: [state.code] };
  if (kind === 'person') {
    const keys = namePatterns('person', text)
      .filter(({ form }) => form === 'full')
      .map(({ words }) => words.map(({ folded }) => folded).join(''));
    return { kind, keys };
  }
  const words = nameWords(text).map(({ folded }) => legalForms.get(folded) ?? folded);
  const key = words[0] === 'the' ? words.slice(1) : words;
  return { kind: kind === 'place' ? 'other' : kind, keys: [key.join(' ')] };
}

/** Legal forms and common words of organisations, each as one code. */
const legalForms = new Map(
  Object.entries({
    corporation: 'corp',
    company: 'co',
    incorporated: 'inc',
    limited: 'ltd',
    department: 'dept',
    organisation: 'organization',
    centre: 'center',
    defence: 'defense',
    labour: 'labor',
  }),
);

const overlaps = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

/** "World Health Organization (WHO)": the short form in brackets and the name it stands for. */
function shortFormOf(text: string, name: FoundName, next: FoundName | undefined): string | null {
  if (next === undefined || !/^\s?\($/u.test(text.slice(name.end, next.start))) return null;
  if (text[next.end] !== ')' || !/^\p{Lu}{2,8}$/u.test(next.text)) return null;
  const initials = nameWords(name.text)
    .filter(({ letters }) => letters !== 'lower')
    .map(({ folded }) => folded[0] ?? '');
  return initials.join('') === next.text.toLowerCase() ? next.key : null;
}

/** What the spellings of one name share, over all texts; a person has one for each word order. */
export const proposalKeys = (kind: ActorKind, name: string): string[] =>
  identity({
    kind: kind === 'person' || kind === 'organisation' ? kind : 'place',
    text: name,
  }).keys.map((key) => `${kind} ${key}`);

/** The people, states and organisations that texts name, the most mentioned first. */
export const proposeActors = (sources: readonly ProposalSource[]): ProposedActor[] =>
  namedActors(sources)
    .filter(isWorthProposing)
    .map(({ kind, name, names, mentions, evidence }) => ({
      kind,
      name,
      names,
      mentions,
      evidence: evidence.slice(0, evidenceShown),
    }));

/** Everybody and everything the texts name, also once and in passing; `evidence` is every place. */
export function namedActors(sources: readonly ProposalSource[]): ProposedActor[] {
  const groups = new Map<string, Group>();
  const add = (groupKey: string, kind: ActorKind, name: FoundName, articleId: string) => {
    const group: Group = groups.get(groupKey) ?? { kind, spellings: new Map(), places: [] };
    const spelling = name.text.replaceAll(/\s+/gu, ' ');
    group.spellings.set(spelling, (group.spellings.get(spelling) ?? 0) + 1);
    group.places.push({ articleId, start: name.start, end: name.end });
    groups.set(groupKey, group);
  };
  /** One group for all keys of a name. */
  const aliases = new Map<string, string>();
  const groupOf = (kind: ActorKind, keys: readonly string[]): string => {
    const all = keys.map((key) => `${kind} ${key}`);
    const known = all.map((key) => aliases.get(key)).find((key) => key !== undefined);
    const groupKey = known ?? all[0] ?? kind;
    for (const key of all) if (!aliases.has(key)) aliases.set(key, groupKey);
    return groupKey;
  };
  const loose: { name: FoundName; articleId: string }[] = [];
  /** Folded surname → the groups of the people who bear it, everywhere and in one article. */
  const bearers = new Map<string, Set<string>>();
  const bear = (surname: string, groupKey: string) => {
    bearers.set(surname, (bearers.get(surname) ?? new Set()).add(groupKey));
  };

  for (const { id, text, taken } of sources) {
    const names = [...findNames(text), ...findUnspacedNames(text)].filter(
      (name) => !taken.some((place) => overlaps(name, place)),
    );
    const shortForms = new Map<string, string>();
    names.forEach((name, index) => {
      const short = shortFormOf(text, name, names[index + 1]);
      if (short === null) return;
      const groupKey = groupOf('organisation', identity(name).keys);
      shortForms.set(short, groupKey).set(name.key, groupKey);
    });
    for (const name of names) {
      const person = parsePersonName(name.text);
      if (name.kind === 'person' && isSingleWord(name.text)) {
        loose.push({ name, articleId: id });
        continue;
      }
      const { kind, keys } = identity(name);
      const groupKey = shortForms.get(name.key) ?? groupOf(kind, keys);
      add(groupKey, groupKey.startsWith('organisation') ? 'organisation' : kind, name, id);
      if (name.kind !== 'person') continue;
      const alone = [...surnames(person), person.units[0] ?? []];
      for (const unit of alone) {
        const word = unit.map(({ folded }) => folded).join(' ');
        bear(word, groupKey);
        bear(`${id} ${word}`, groupKey);
      }
    }
  }
  for (const { name, articleId } of loose) {
    const owners = bearers.get(`${articleId} ${name.key}`) ?? bearers.get(name.key);
    const [only] = owners ?? [];
    if (owners === undefined) add(groupOf('person', [name.key]), 'person', name, articleId);
    else if (owners.size === 1 && only !== undefined) {
      groups.get(only)?.places.push({ articleId, start: name.start, end: name.end });
    }
  }
  return [...groups.values()]
    .map(toProposal)
    .sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name));
}

export const isSingleWord = (name: string): boolean => nameWords(name).length === 1;

/** One mention is enough for a full name or a state; a lone word has to come back. */
export const isWorthProposing = ({
  kind,
  name,
  mentions,
}: Pick<ProposedActor, 'kind' | 'name' | 'mentions'>): boolean =>
  kind === 'state' || mentions > 1 || (kind !== 'other' && !isSingleWord(name));

function toProposal({ kind, spellings, places }: Group): ProposedActor {
  const byUse = [...spellings].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  const [[mostUsed] = ['']] = byUse;
  const state = kind === 'state' ? stateNamed(mostUsed) : undefined;
  const isUpper = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase();
  const written = byUse.map(([spelling]) => spelling);
  const name = state?.name ?? written.find((spelling) => !isUpper(spelling)) ?? mostUsed;
  const names = [...new Set([name, ...written])];
  return { kind, name, names, mentions: places.length, evidence: places };
}
