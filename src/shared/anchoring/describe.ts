import type { TextRange } from '../model/ranges.ts';
import { splitsPair } from '../text/surrogates.ts';

/** UTF-16 units of context kept on either side of a passage. */
const contextLength = 32;

/** What a passage is known by: its place, its words and the words around it. */
export interface PassageSelectors extends TextRange {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Describes `[start, end)` of `text` as W3C position and quote selectors.
 * The context is up to 32 UTF-16 units a side, one less where the 32nd would cut a surrogate pair.
 * Throws a `RangeError` where the range is empty or not inside the text.
 */
export function describePassage(text: string, { start, end }: TextRange): PassageSelectors {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`[${start}, ${end}) is no passage of a text of ${text.length} units`);
  }
  const from = Math.max(0, start - contextLength);
  const to = Math.min(text.length, end + contextLength);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
  };
}
