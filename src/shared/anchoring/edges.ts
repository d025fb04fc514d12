import type { TextRange } from '../model/ranges.ts';

/** Characters of context that tell an edge by themselves. */
const telling = 12;
/** The longest piece of a word that an edge is taken back over. */
const longestPiece = 30;

/** Letters of scripts that part words by spaces. */
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}]/u;

export interface Neighbours {
  readonly prefix: string;
  readonly suffix: string;
  /** The differences that a likeness may have, in characters. */
  readonly tolerated: number;
}

/**
 * The edges of a place that is only like a passage, put where they belong: a likeness ends at any
 * letter, a passage where the words around it begin, and never inside of a word. All in normal text.
 */
export function settledEdges(text: string, place: TextRange, around: Neighbours): TextRange {
  const { prefix, suffix, tolerated } = around;
  // Words put in at an edge may cost less than their length: those of the passage stand in for them.
  const slack = tolerated + telling;
  const start =
    endNear(text, prefix.slice(-telling), place.start, slack) ?? wordStart(text, place.start);
  const end =
    startNear(text, suffix.slice(0, telling), place.end, slack) ?? wordEnd(text, place.end);
  return start < end ? { start, end } : { start: place.start, end: place.end };
}

/** Where words that stand before a passage end, nearest to `at`, and the next begin. */
function endNear(text: string, words: string, at: number, slack: number): number | null {
  const ends = placesNear(text, words, at - words.length, slack + 1).map((from) => {
    const end = from + words.length;
    return text[end] === ' ' ? end + 1 : end;
  });
  return nearest(ends, at);
}

/** Where words that stand after a passage begin, nearest to `at`, and those before them end. */
function startNear(text: string, words: string, at: number, slack: number): number | null {
  const starts = placesNear(text, words, at, slack + 1).map((from) =>
    text[from - 1] === ' ' ? from - 1 : from,
  );
  return nearest(starts, at);
}

function placesNear(text: string, words: string, at: number, slack: number): number[] {
  if (words.length < telling) return [];
  const places: number[] = [];
  const last = at + slack;
  let from = text.indexOf(words, Math.max(0, at - slack));
  while (from >= 0 && from <= last) {
    places.push(from);
    from = text.indexOf(words, from + 1);
  }
  return places;
}

const nearest = (places: readonly number[], at: number): number | null =>
  places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? null;

const isLetter = (text: string, at: number): boolean => letter.test(text[at] ?? '');

function wordStart(text: string, at: number): number {
  let start = at;
  while (isLetter(text, start) && isLetter(text, start - 1)) start -= 1;
  return at - start <= longestPiece ? start : at;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text, end - 1) && isLetter(text, end)) end += 1;
  return end - at <= longestPiece ? end : at;
}
