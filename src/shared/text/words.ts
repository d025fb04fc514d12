import { visitTokens } from './tokens.ts';

/** A character that keeps two stretches of letters one word: don't, Jong-un, 3.5, 1,000. */
const joins = /['’\-‐‑]/;
const joinsDigits = /[.,]/;
const digit = /\d/;

/**
 * The number of words as a person counts them: hyphens and apostrophes do not part a word, and
 * in scripts written without spaces every character counts.
 */
export function wordCount(text: string): number {
  let count = 0;
  let lastEnd = -1;
  visitTokens(text, (_term, start, end, kind) => {
    const gap = text.charAt(lastEnd);
    const joined =
      kind === 'word' &&
      start === lastEnd + 1 &&
      (joins.test(gap) ||
        (joinsDigits.test(gap) &&
          digit.test(text.charAt(lastEnd - 1)) &&
          digit.test(text.charAt(start))));
    if (!joined) count++;
    lastEnd = kind === 'word' ? end : -1;
  });
  return count;
}
