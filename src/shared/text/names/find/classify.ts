import { genderOf } from '../honorifics.ts';
import { stateNamed, stateOfDemonym } from '../states.ts';
import { isKnownPlace } from './known-places.ts';
import {
  eventWords,
  givenNames,
  notNames,
  organisationWords,
  placeWords,
  reportingVerbs,
} from './lexicon.ts';
import type { Evidence, PlacedWord } from './lines.ts';
import type { Piece } from './pieces.ts';

export type FoundKind = 'person' | 'organisation' | 'place';

/** How much speaks for each kind. */
export type Votes = { readonly [K in FoundKind]: number };

export const noVotes: Votes = { person: 0, organisation: 0, place: 0 };

/** The words beside a piece. */
export interface Beside {
  readonly before: PlacedWord | undefined;
  /** The word before that one. */
  readonly earlier: PlacedWord | undefined;
  readonly after: PlacedWord | undefined;
  /** What stands between the piece and the word after it. */
  readonly gap: string;
}

const nameOf = ({ words }: Piece) => words.map(({ text }) => text).join(' ');

/** True for names of events, laws and works, which are no actors. */
export const isEvent = (words: Piece['words']): boolean => {
  const last = words.at(-1);
  const named = last !== undefined && /^[IVX]+$/u.test(last.text) ? words.at(-2) : last;
  return words.length > 1 && named !== undefined && eventWords.has(named.folded);
};

/** True for words that are capitalised by custom and name no actor. */
export const isNoName = (name: string): boolean =>
  (stateOfDemonym(name) !== undefined && stateNamed(name) === undefined) ||
  notNames.has(name.toLowerCase()) ||
  /^\p{L}+isms?$/u.test(name) ||
  /^\p{Lu}{1,4}\d/u.test(name);

const startsWithPlace = (words: Piece['words']) =>
  [1, 2].some(
    (length) =>
      length < words.length &&
      isKnownPlace(
        words
          .slice(0, length)
          .map(({ text }) => text)
          .join(' '),
      ),
  );

/** Capitals that open a report before a dash, a country or an agency: "GENEVA (AP) _". */
const isDateline = ({ words }: Piece, after: PlacedWord | undefined, gap: string): boolean =>
  words[0]?.opens === true &&
  words.every(({ letters }) => letters === 'upper') &&
  (/^\s[-–—_]+\s/u.test(gap) ||
    (/^\s?\(/u.test(gap) && after?.letters === 'upper') ||
    gap === ', ');

const placeBefore = /^(?:in|at|near|from|across|around|outside|inside|throughout|toward|towards)$/u;

/** What one occurrence says about the kind of its name. */
export function votesOf(piece: Piece, beside: Beside, evidence: Evidence): Votes {
  const { before, earlier, after, gap } = beside;
  const { words, titled } = piece;
  const name = nameOf(piece);
  const [first] = words;
  const last = words.at(-1);
  const votes = { person: 0, organisation: 0, place: 0 };
  if (first === undefined || last === undefined) return votes;
  const gendered = before !== undefined && genderOf(before.folded) !== undefined;
  if (titled || gendered) votes.person += words.length > 4 ? 1 : 4;
  if (isKnownPlace(name)) votes.place += 5;
  else if (words.length > 1 && startsWithPlace(words)) votes.organisation += 3;
  if (words.some(({ folded }) => organisationWords.has(folded))) votes.organisation += 5;
  if (
    placeWords.has(last.folded) ||
    /^(?:Mount|Lake|Cape|Fort|Gulf|Camp|Port)$/u.test(first.text)
  ) {
    votes.place += words.length > 1 ? 4 : 0;
  }
  if (first === last) oneWord(votes, first, beside, evidence);
  else severalWords(votes, piece, evidence);
  if (after !== undefined && reportingVerbs.has(after.folded) && /^,?\s+$/u.test(gap)) {
    votes.person += 1;
    votes.organisation += 0.3;
  }
  if (
    after !== undefined &&
    /^(?:administration|aides?|family|brothers|regime)$/u.test(after.text)
  ) {
    votes.person += 1;
  }
  if (/^\s*,\s*$/u.test(gap) && after !== undefined && isKnownPlace(after.text)) votes.place += 3;
  if (
    after !== undefined &&
    /^(?:spokes\w+|shares|stock|executives?|officials?|employees)$/u.test(after.text)
  ) {
    votes.organisation += gap === ' ' ? 1.5 : 0;
  }
  if (
    after !== undefined &&
    /^(?:river|province|district|region|island|valley|airport)$/u.test(after.text)
  ) {
    votes.place += gap === ' ' ? 2 : 0;
  }
  if (isDateline(piece, after, gap)) votes.place += 4;
  if (
    before !== undefined &&
    /^(?:town|city|village|province|capital|district|state)$/u.test(before.text)
  ) {
    votes.place += 1;
  }
  if (
    before?.text === 'of' &&
    /^(?:town|city|village|province|capital|state|region|island|port|suburb)$/u.test(
      earlier?.text ?? '',
    )
  ) {
    votes.place += 4;
  }
  if (before !== undefined && placeBefore.test(before.text)) votes.place += 0.5;
  if (before !== undefined && /^[Tt]he$/u.test(before.text)) votes.organisation += 1.2;
  if (/^\s*,\s*$/u.test(gap) && after !== undefined && /^\d\d$/u.test(after.text))
    votes.person += 2;
  return votes;
}

type Sums = { -readonly [K in FoundKind]: number };

function oneWord(votes: Sums, word: PlacedWord, { before }: Beside, { lower }: Evidence): void {
  if (word.letters === 'upper' && word.text.length > 1) votes.organisation += 2.5;
  else if (lower.has(word.folded)) votes.organisation += 0.5;
  else votes.organisation += 0.5;
  if (givenNames.has(word.folded)) votes.person += 0.5;
  if (before !== undefined && /^(?:in|near)$/u.test(before.text)) votes.place += 1;
}

function severalWords(votes: Sums, { words }: Piece, { lower }: Evidence): void {
  const isPlain = words.every(
    ({ text }) => /^\p{Lu}[\p{L}'’-]*$/u.test(text) || /^\p{Ll}/u.test(text),
  );
  const [first] = words;
  const last = words.at(-1);
  if (words.some(({ text }) => text === 'of' || text === 'for')) votes.organisation += 2;
  if (first !== undefined && givenNames.has(first.folded)) votes.person += 3;
  if (words.slice(0, -1).some(({ text }) => /^\p{Lu}$/u.test(text))) votes.person += 3;
  if (words.length === 2 && /^[-‐‑]$/u.test(last?.gap ?? '')) {
    votes[first?.letters === 'lower' ? 'person' : 'organisation'] += 1;
    return;
  }
  const common = words.filter(({ folded }) => lower.has(folded)).length;
  if (common > 0) votes.organisation += 0.7 * common;
  if (isPlain && words.length < 5) votes.person += 1.5;
  if (words.some(({ letters, text }) => letters === 'upper' && text.length > 1))
    votes.organisation += 1;
}
