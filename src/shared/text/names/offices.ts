import type { PatternWord } from './matcher.ts';
import { nameWords } from './words.ts';

/** An office somebody held, as the relations of a library keep it. */
export interface HeldOffice {
  readonly title: string;
  /** The key of the actor it is an office of; null where nobody said. */
  readonly of: number | null;
  /** ISO 3166-1 code, where that actor is a state. */
  readonly state: string | null;
  /** ISO 8601, as precise as it is known. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Not later, as far as both dates go: what is not known contradicts nothing. */
function isNotLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) <= other.slice(0, length);
}

/** True where the office may have been held on a date, which may be a month or a year. */
export const isHeldOn = ({ from, until }: HeldOffice, date: string): boolean =>
  (from === null || isNotLater(from, date)) && (until === null || isNotLater(date, until));

/** The words of an office, in any case but for acronyms: "Prime Minister", "prime minister", "PM". */
export const officeWords = (title: string): PatternWord[] =>
  nameWords(title).map(({ folded, letters }) => ({
    folded,
    letters: letters === 'capital' ? 'lower' : letters,
  }));
