import type { Sequence } from '../../../shared/query/sequence.ts';
import { isAsciiTermUnit } from '../../../shared/text/terms.ts';

/*
 * Words of ASCII letters and digits in a text in lower case, found without reading its tokens.
 */

/** Between two words of a phrase are no more characters than this, or only tokens can tell. */
const widestGap = 9;

const isLetterOrDigit = (text: string, at: number): boolean => isAsciiTermUnit(text.charCodeAt(at));

/** Where the next word with this beginning starts; infinite where there is none. */
export function wordStart(lower: string, beginning: string, from: number): number {
  for (let at = lower.indexOf(beginning, from); at >= 0; at = lower.indexOf(beginning, at + 1)) {
    if (at === 0 || !isLetterOrDigit(lower, at - 1)) return at;
  }
  return Infinity;
}

/** Where the word that starts at `start` ends. */
export function wordEnd(lower: string, start: number): number {
  let end = start;
  while (isLetterOrDigit(lower, end)) end++;
  return end;
}

/** Where a phrase ends that may begin with the word between `start` and `end`; null where it does not. */
export function phraseEnd(
  lower: string,
  start: number,
  end: number,
  form: Sequence,
): number | null {
  const { terms, prefix } = form;
  for (let i = 0; ; i++) {
    const term = terms[i] ?? '';
    const isLast = i === terms.length - 1;
    const isSame = end - start === term.length || (isLast && prefix);
    if (!isSame || !lower.startsWith(term, start)) return null;
    if (isLast) return end;
    start = end;
    while (start < lower.length && !isLetterOrDigit(lower, start)) {
      if (++start - end > widestGap) return null;
    }
    end = wordEnd(lower, start);
  }
}
