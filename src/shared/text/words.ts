import { visitTerms, type TokenKind } from './tokens.ts';

/** A character that keeps two stretches of letters one word: don't, Han-bit, 3.5, 1,000. */
const joins = /['’\-‐‑]/;
const joinsDigits = /[.,]/;
const digit = /\d/;

/**
 * Counts the words of a text as a person does, told its tokens in order: hyphens and apostrophes
 * do not part a word, and in scripts written without spaces every character counts.
 */
export class WordCounter {
  readonly #text: string;
  #lastEnd = -1;
  count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number, kind: TokenKind): void {
    if (kind !== 'word' || start !== this.#lastEnd + 1 || !this.#isJoined(start)) this.count += 1;
    this.#lastEnd = kind === 'word' ? end : -1;
  }

  /** True where the one character before the token at `start` makes it one word with the last. */
  #isJoined(start: number): boolean {
    const gap = this.#text.charAt(start - 1);
    if (gap === ' ') return false;
    if (joins.test(gap)) return true;
    return (
      joinsDigits.test(gap) &&
      digit.test(this.#text.charAt(start - 2)) &&
      digit.test(this.#text.charAt(start))
    );
  }
}

/** The number of words of `text`, counted as `WordCounter` does. */
export function wordCount(text: string): number {
  const counter = new WordCounter(text);
  visitTerms(text, (_term, start, end, kind) => counter.add(start, end, kind));
  return counter.count;
}
