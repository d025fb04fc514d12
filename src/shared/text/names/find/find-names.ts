import type { TextRange } from '../../../model/ranges.ts';
import { isTitle } from '../honorifics.ts';
import { isParticle } from '../person-name.ts';
import { stateNamed, stateOfDemonym } from '../states.ts';
import { kindOf, type Weights } from './classify.ts';
import { longestApposition, placeFeatures } from './place-features.ts';
import { wordFeatures } from './word-features.ts';
import { namesInHeadlines } from './headlines.ts';
import { isKnownPlace } from './known-places.ts';
import { notNames } from './lexicon.ts';
import { evidenceOf, placedWords, type Evidence, type PlacedWord } from './lines.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { isSurname } from './titles-in-runs.ts';
import { KnownKinds, listedTogether, listFeatures, type Standing } from './relations.ts';
import { runsOf } from './runs.ts';
import { nameWords } from '../words.ts';
import type { FoundKind } from './weights.ts';

export type { FoundKind } from './weights.ts';

/** A place in a text where somebody or something is named. */
export interface FoundName extends TextRange {
  readonly kind: FoundKind;
  /** As it is written there. */
  readonly text: string;
  /** The folded words, joined by spaces: the same for every spelling. */
  readonly key: string;
}

/** Words that may be a name, with all that speaks for and against it. */
export interface Candidate {
  readonly key: string;
  readonly places: readonly TextRange[];
  readonly features: Set<string>;
  /** The keys of the names it is listed with: "Lund, Moss and Vale". */
  readonly listedWith: ReadonlySet<string>;
}

const keyOf = (words: readonly PlacedWord[]): string => words.map(({ folded }) => folded).join(' ');

/**
 * Finds the people, organisations and places a text names, from capitals, the document's own
 * evidence, titles, and lists of states and common words. Needs a script with capitals.
 */
export function findNames(text: string, table?: Weights): FoundName[] {
  const words = placedWords(text);
  const candidates = candidatesIn(words);
  const kinds = new KnownKinds();
  // A name is judged by the longer ones it is a part of, so those come first.
  const wordsIn = ({ key }: Candidate) => key.split(' ').length;
  const ordered = candidates.toSorted((a, b) => wordsIn(b) - wordsIn(a));
  const decide = ({ key, features, listedWith }: Candidate) => {
    const listed = listFeatures(key, listedWith, kinds);
    const all = new Set([...features, ...kinds.featuresOf(key), ...listed]);
    kinds.decide(key, kindForSure(all) ?? kindOf(all, table));
  };
  for (const candidate of ordered) decide(candidate);
  for (const candidate of ordered) if (candidate.listedWith.size > 0) decide(candidate);
  for (const { key, features } of ordered)
    if (isPairOfPeople(key, features, kinds)) kinds.decide(key, null);
  const isWork = isWithin(titlesOfWorks(text));
  const named = ({ start, end }: TextRange, key: string, kind: FoundKind): FoundName[] =>
    isWork({ start, end }) ? [] : [{ start, end, kind, key, text: text.slice(start, end) }];
  return candidates
    .flatMap(({ key, places }) => {
      const kind = kinds.of(key);
      if (kind !== undefined) return places.flatMap((place) => named(place, key, kind));
      return places.flatMap((place) => {
        const within = placeWithin(text, place, kinds);
        return within === undefined ? [] : named(within, foldedKey(text, within), 'place');
      });
    })
    .concat(
      namesInHeadlines(words, kinds).flatMap(({ key, kind, ...place }) => named(place, key, kind)),
    )
    .sort((a, b) => a.start - b.start);
}

/** "Lund-Moss": two people of one text, not one. */
function isPairOfPeople(key: string, features: ReadonlySet<string>, kinds: KnownKinds): boolean {
  const [first = '', second, ...rest] = key.split(' ');
  if (second === undefined || rest.length > 0 || !features.has('hyphen')) return false;
  return kinds.featuresOf(first).includes('last word of a person');
}

const foldedKey = (text: string, { start, end }: TextRange): string =>
  nameWords(text.slice(start, end))
    .map(({ folded }) => folded)
    .join(' ');

/** What is held somewhere: "the Bergen Games". */
const gatherings = /\s(?:(?:winter|summer)\s)?(?:games|olympics|summit|talks)$/iu;

/** The place that words name which are no name themselves: "Bergen Games", "Depression Norway". */
function placeWithin(
  text: string,
  { start, end }: TextRange,
  kinds: KnownKinds,
): TextRange | undefined {
  const words = text.slice(start, end);
  const held = { start, end: start + words.replace(gatherings, '').length };
  if (held.end < end) {
    const isPlace = kinds.of(foldedKey(text, held)) === 'place';
    return isPlace || isKnownPlace(text.slice(start, held.end)) ? held : undefined;
  }
  const [, before = '', last = ''] = /^(\p{Lu}\p{Ll}+\s)(\p{Lu}\p{Ll}+)$/u.exec(words) ?? [];
  return stateNamed(last) === undefined ? undefined : { start: start + before.length, end };
}

const ofPeople = [
  'last word of a person',
  'after a title',
  'one word after a title',
  'one word after Mr or Ms',
];
const ofPlaces = ['state or capital', 'before a comma and a short form of a state'];
const ofOrganisations = ['known organisation', 'plain legal form', '&', 'with a legal form'];

/**
 * The kind that needs no weighing. Capitals and states stand for governments too; who speaks for
 * them is for people to say.
 */
function kindForSure(features: ReadonlySet<string>): FoundKind | undefined {
  if (isClub(features)) return 'organisation';
  if (ofPeople.some((feature) => features.has(feature))) return undefined;
  if (ofPlaces.some((feature) => features.has(feature))) return 'place';
  return ofOrganisations.some((feature) => features.has(feature)) ? 'organisation' : undefined;
}

/** A town whose club plays: "Mossby beat Lundby 2-1". A state's team is the state. */
function isClub(features: ReadonlySet<string>): boolean {
  const has = (feature: string) => features.has(feature) || features.has(`one word ${feature}`);
  if (!features.has('known place') && !features.has('one word: known place')) return false;
  if (features.has('state') || features.has('one word: state')) return false;
  return has('beside a score') || (has('before a role in sports') && has('before or after beat'));
}

/** Tells whether a range lies in one of `ranges`, which stand in order and apart from each other. */
function isWithin(ranges: readonly TextRange[]): (range: TextRange) => boolean {
  return ({ start, end }) => {
    let [from, to] = [0, ranges.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ranges[middle]?.start ?? 0) <= start) from = middle + 1;
      else to = middle;
    }
    const last = ranges[from - 1];
    return last !== undefined && end <= last.end;
  };
}

/** Short quotations with a capital on every longer word: books, films, songs. */
function titlesOfWorks(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const match of text.matchAll(/(?:``|["“])((?:[^"”“`\n]|\n(?!\s*\n)){2,60}?)(?:''|["”])/gu)) {
    const long = (match[1] ?? '').match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
    const isTitle = long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
    if (isTitle) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Everything in a text that may be a name, by its folded words. */
export function candidatesIn(words: readonly PlacedWord[]): Candidate[] {
  const evidence = evidenceOf(words);
  const indexOf = new Map(words.map((word, index) => [word.start, index]));
  const found = new Map<string, { places: TextRange[]; features: Set<string>; opens: boolean }>();
  const standing: Standing[] = [];
  for (const run of runsOf(words, evidence)) {
    for (const piece of piecesOf(run, evidence)) {
      const [first] = piece.words;
      const last = piece.words.at(-1);
      if (first === undefined || last === undefined || !mayBeName(piece, evidence)) continue;
      const index = indexOf.get(first.start) ?? 0;
      const end = (indexOf.get(last.start) ?? 0) + 1;
      const [after, following] = [words[end], words[end + 1]];
      const beside = {
        before: words[index - 1],
        earlier: words[index - 2],
        after,
        gap: after?.gap ?? '',
        rest: following === undefined ? '' : following.gap + following.text,
        ahead: after?.gap === ', ' ? words.slice(end, end + longestApposition) : [],
      };
      const key = keyOf(piece.words);
      const known = found.get(key) ?? {
        places: [],
        features: new Set(wordFeatures(piece, evidence)),
        opens: true,
      };
      for (const feature of placeFeatures(piece, beside)) known.features.add(feature);
      known.places.push({ start: first.start, end: last.end });
      known.opens &&= first.opens;
      found.set(key, known);
      standing.push({ key, from: index, to: end });
    }
  }
  const listed = listedTogether(words, standing);
  return [...found].map(([key, { places, features, opens }]) => {
    const one = key.includes(' ') ? '' : 'one word ';
    if (opens) features.add(`${one}always opens a sentence`);
    if (places.length > 1) features.add(`${one}named again`);
    return { key, places, features, listedWith: listed.get(key) ?? new Set() };
  });
}

/** False for what is capitalised and for certain no name. */
function mayBeName({ words }: Piece, { lower, capital }: Evidence): boolean {
  const [first] = words;
  if (first === undefined) return false;
  if (words.every(({ folded }) => isTitle(folded)) && !isSurname(first.folded)) return false;
  const name = words.map(({ text }) => text).join(' ');
  if (isAdjective(name) || words.every(({ text }) => isAdjective(text))) return false;
  if (words.length > 1) return true;
  // "NGOs", "MPs": a word for many, nobody's name.
  if (/^\p{Lu}{2,}s$/u.test(first.text)) return false;
  if (isParticle(first.folded) || /^(?:\p{Lu}|\p{Lu}{1,4}\d.*)$/u.test(first.text)) return false;
  if (isKnownPlace(name)) return true;
  const [asName, asWord] = [capital.get(first.folded) ?? 0, lower.get(first.folded) ?? 0];
  if (first.opens && asName === 0) return first.letters === 'upper' && asWord === 0;
  return asWord <= asName;
}

/** "Neo-Communist", "Anti-Japanese". */
const isPrefixed = (name: string): boolean => {
  const [, said] =
    /^(?:Neo|Anti|Pro|Pan|Ultra|Non|Post|Pre|Afro|Anglo|Sino|Franco|Russo)\s(.+)$/u.exec(name) ??
    [];
  return said !== undefined && isAdjective(said);
};

/** "Japanese", "Catholic", "northern": capitalised by custom, and nobody's name alone. */
const isAdjective = (name: string): boolean =>
  (stateOfDemonym(name) !== undefined && stateNamed(name) === undefined) ||
  notNames.has(name.toLowerCase().replaceAll(/['’]/gu, '')) ||
  isPrefixed(name) ||
  /^(?:\p{L}+(?:isms?|phobia)|Roman Catholics?|\p{Lu}\p{Ll}+ (?:Orthodox|Jews?|Muslims?|Christians?))$/u.test(
    name,
  );
