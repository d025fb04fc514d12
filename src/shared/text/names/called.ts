import { character } from './characters.ts';
import type { ClaimHit } from './claim.ts';
import { isCommonWord } from './context.ts';
import { isKnownPlace } from './find/known-places.ts';
import { isGivenName } from './given-names.ts';
import { isVietnameseFamily, parsePersonName, surnames, unitKey } from './person-name.ts';
import { isDemonym, stateNamed } from './states.ts';
import { nameWords } from './words.ts';

/** Single words, folded, a person may be called by where the whole name stands as well. */
export interface CalledBy {
  /** The first word: what an initial before the surname is short for. */
  readonly given: string;
  /** In any text. */
  readonly always: ReadonlySet<string>;
  /** In a text in whose language people are called by their first name. */
  readonly byFirst: ReadonlySet<string>;
  /** In Spanish: the father's surname, before the mother's. */
  readonly inSpanish: ReadonlySet<string>;
}

/** Indonesian, Malay, Thai, Burmese, Lao, Khmer, Amharic, Tigrinya, Icelandic, Mongolian, Sinhala, Tamil. */
const byFirstName = new Set('id ms th my lo km am ti is mn si ta'.split(' '));

const shortest = 3;
const spanish = new Set(['es', 'ca', 'gl', 'eu']);

/**
 * Given names of these peoples by which their bearers are called in any language, from common
 * knowledge, as Arabic ones in `person-name.ts`.
 */
const knownByFirst = new Set(
  `agus airlangga anies bambang basuki budi erick ganjar gibran hadi joko luhut mahfud megawati
   muhaimin prabowo puan retno ridwan sandiaga susilo tito wiranto yusril
   abhisit anutin banharn chaturon chuan paetongtarn pita prawit prayut prayuth samak somchai srettha
   suthep surayud thaksin thanathorn yingluck
   anwar azmin hishammuddin khairy mahathir muhyiddin najib rafizi shafie zahid
   abiy birhanu debretsion demeke gedu getachew girma hailemariam isaias lemma meles mengistu seyoum
   gotabaya maithripala mahinda ranil sajith
   asgeir birgir bjarni gudni halla johanna katrin olafur`.split(/\s+/u),
);

/** A first name that news is full of is a person's among others, not the one by which they are known. */
const isTelling = (folded: string): boolean =>
  folded.length >= shortest &&
  !isGivenName(folded) &&
  !isCommonWord(folded) &&
  !isKnownPlace(folded) &&
  !isDemonym(folded) &&
  stateNamed(folded) === undefined;

/** By which words besides the surname a person's name is used; null for a name in one word. */
export function calledBy(name: string): CalledBy | null {
  const person = parsePersonName(name);
  const { units } = person;
  const [first, last] = [units[0], units.at(-1)];
  if (units.length < 2 || first === undefined || last === undefined) return null;
  if (first[0]?.script !== character.word) return null;
  const given = unitKey(first);
  const isEastern = surnames(person).includes(first);
  const isFirst = !isEastern && first.length === 1;
  const always = isEastern
    ? [unitKey(last)].filter((word) => isVietnameseFamily(given) && word.length > 1)
    : [given].filter((word) => isFirst && knownByFirst.has(word));
  const fathers = units.length < 3 || isEastern ? undefined : units.at(-2);
  const isSurname = fathers?.length === 1 && !isGivenName(unitKey(fathers));
  return {
    given: first[0]?.folded ?? '',
    always: new Set(always),
    byFirst: new Set(isFirst && isTelling(given) ? [given] : []),
    inSpanish: new Set(isSurname ? [unitKey(fathers)].filter((word) => word.length > 1) : []),
  };
}

/** What somebody of two names is called by. */
export const joined = (one: CalledBy, other: CalledBy): CalledBy => ({
  given: one.given,
  always: new Set([...one.always, ...other.always]),
  byFirst: new Set([...one.byFirst, ...other.byFirst]),
  inSpanish: new Set([...one.inSpanish, ...other.inSpanish]),
});

/** The words that count in a text of a language. */
function wordsIn({ always, byFirst, inSpanish }: CalledBy, language: string): ReadonlySet<string> {
  if (spanish.has(language) && inSpanish.size > 0) return new Set([...always, ...inSpanish]);
  return byFirstName.has(language) && byFirst.size > 0 ? byFirst : always;
}

const isPart = /[\p{L}\p{M}\p{N}]/u;

/** Every place of a word as it is written, with nothing beside it that belongs to it. */
function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)];
    if (!isPart.test(before) && !/[-‐‑'’]/u.test(before) && !isPart.test(after)) yield at;
  }
}

/**
 * The hits of a text with those places added where somebody it names in full is called by another
 * word than the surname: an Indonesian or a Thai by the first, a Vietnamese by the last, a Spaniard
 * by the last but one. A place that is another hit stays that.
 */
export function withCalled(
  text: string,
  hits: readonly ClaimHit[],
  people: ReadonlyMap<number, CalledBy>,
  language: string,
): ClaimHit[] {
  if (people.size === 0) return [...hits];
  const owners = new Map<string, Set<number>>();
  for (const { start, end, values } of hits) {
    for (const { actor, form, kind, length } of values) {
      const called = actor === null ? undefined : people.get(actor);
      if (actor === null || called === undefined) continue;
      if (form !== 'full' || kind !== 'person' || length < 2) continue;
      const words = wordsIn(called, language);
      if (words.size === 0) continue;
      for (const word of nameWords(text.slice(start, end))) {
        if (word.letters !== 'capital') continue;
        if (!words.has(word.folded)) continue;
        const written = text.slice(start + word.start, start + word.end);
        owners.set(written, (owners.get(written) ?? new Set()).add(actor));
      }
    }
  }
  if (owners.size === 0) return [...hits];
  const found = [...hits];
  for (const [word, actors] of owners) {
    let next = 0;
    for (const start of placesOf(text, word)) {
      const end = start + word.length;
      while ((hits[next]?.end ?? Infinity) <= start) next += 1;
      if ((hits[next]?.start ?? Infinity) < end) continue;
      const values = Array.from(actors, (actor) => ({
        actor,
        kind: 'person' as const,
        form: 'given' as const,
        article: null,
        length: 1,
      }));
      found.push({ start, end, values, inflected: false });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
