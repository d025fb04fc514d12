import type { TextRange } from '../../../model/ranges.ts';
import { isTitle } from '../honorifics.ts';
import { isParticle } from '../person-name.ts';
import { isEvent, isNoName, noVotes, votesOf, type FoundKind, type Votes } from './classify.ts';
import { isKnownPlace } from './known-places.ts';
import { organisationWords } from './lexicon.ts';
import { evidenceOf, placedWords, type Evidence, type PlacedWord } from './lines.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { runsOf } from './runs.ts';

/** A place in a text where somebody or something is named. */
export interface FoundName extends TextRange {
  readonly kind: FoundKind;
  /** As it is written there. */
  readonly text: string;
  /** The folded words, joined by spaces: the same for every spelling. */
  readonly key: string;
}

interface Occurrence {
  readonly piece: Piece;
  readonly key: string;
  readonly votes: Votes;
}

const keyOf = (words: readonly PlacedWord[]) => words.map(({ folded }) => folded).join(' ');

const plus = (a: Votes, b: Votes): Votes => ({
  person: a.person + b.person,
  organisation: a.organisation + b.organisation,
  place: a.place + b.place,
});

const strongest = ({ person, organisation, place }: Votes): FoundKind => {
  if (place >= person && place >= organisation) return 'place';
  return organisation > person ? 'organisation' : 'person';
};

/**
 * Finds the people, organisations and places a text names, from capitals, the document's own
 * evidence, titles, and lists of states and common words. Needs a script with capitals.
 */
export function findNames(text: string): FoundName[] {
  const words = placedWords(text);
  const evidence = evidenceOf(words);
  const occurrences = occurrencesIn(words, evidence);
  const kinds = decideKinds(occurrences);
  const works = titlesOfWorks(text);
  return occurrences.flatMap(({ piece, key }) => {
    const kind = kinds.get(key);
    const [first] = piece.words;
    const last = piece.words.at(-1);
    if (kind === undefined || first === undefined || last === undefined) return [];
    const { start } = first;
    const { end } = last;
    if (works.some((work) => work.start <= start && end <= work.end)) return [];
    return [{ start, end, kind, key, text: text.slice(start, end) }];
  });
}

/** Short quotations with a capital on every longer word: books, films, songs. */
function titlesOfWorks(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const match of text.matchAll(/(?:``|["“])([^"”“`\n]{2,60}?)(?:''|["”])/gu)) {
    const long = (match[1] ?? '').match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
    const isTitle = long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
    if (isTitle) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function occurrencesIn(words: readonly PlacedWord[], evidence: Evidence): Occurrence[] {
  const indexOf = new Map(words.map((word, index) => [word.start, index]));
  return runsOf(words, evidence).flatMap((run) =>
    piecesOf(run, evidence).flatMap((piece) => {
      const [first] = piece.words;
      const last = piece.words.at(-1);
      if (first === undefined || last === undefined) return [];
      if (!isNamed(piece, evidence)) return [];
      const index = indexOf.get(first.start) ?? 0;
      const before = words[index - 1];
      const earlier = words[index - 2];
      const after = words[(indexOf.get(last.start) ?? 0) + 1];
      const beside = { before, earlier, after, gap: after?.gap ?? '' };
      return [{ piece, key: keyOf(piece.words), votes: votesOf(piece, beside, evidence) }];
    }),
  );
}

/** False for what is capitalised without being a name. */
function isNamed({ words }: Piece, { lower, capital }: Evidence): boolean {
  const [first] = words;
  if (first === undefined) return false;
  const name = words.map(({ text }) => text).join(' ');
  if (isNoName(name) || isEvent(words) || words.every(({ folded }) => isTitle(folded)))
    return false;
  if (words.length > 1) return true;
  if (isParticle(first.folded) || /^\p{Lu}$/u.test(first.text)) return false;
  if (isKnownPlace(name)) return true;
  const [asName, asWord] = [capital.get(first.folded) ?? 0, lower.get(first.folded) ?? 0];
  if (first.opens && asName === 0) return first.letters === 'upper' && asWord === 0;
  return asWord <= asName;
}

/** One kind for each name; a part of a person's full name is that person. */
function decideKinds(occurrences: readonly Occurrence[]): Map<string, FoundKind> {
  const votes = new Map<string, Votes>();
  for (const { key, votes: more } of occurrences) {
    votes.set(key, plus(votes.get(key) ?? noVotes, more));
  }
  const kinds = new Map([...votes].map(([key, sum]) => [key, strongest(sum)]));
  for (const [key, kind] of kinds) {
    const parts = key.split(' ');
    // "Baltic Timber" is what "Baltic Timber Inc" is, however often it is named alone.
    if (kind !== 'organisation' || !organisationWords.has(parts.at(-1) ?? '')) continue;
    const shorter = parts.slice(0, -1).join(' ');
    if (parts.length > 2 && kinds.has(shorter)) kinds.set(shorter, 'organisation');
  }
  const partsOfPeople = new Set<string>();
  for (const [key, kind] of kinds) {
    const parts = key.split(' ');
    if (kind === 'person' && parts.length > 1) {
      for (const part of [parts[0] ?? '', parts.at(-1) ?? '']) partsOfPeople.add(part);
    }
  }
  for (const [key, sum] of votes) {
    if (partsOfPeople.has(key) && sum.place < 4) kinds.set(key, 'person');
  }
  return kinds;
}
