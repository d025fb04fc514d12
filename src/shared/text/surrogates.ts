import type { TextRange } from '../model/ranges.ts';

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** True where `offset` lies between the two halves of a surrogate pair of `text`. */
export const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 &&
  offset < text.length &&
  isHigh(text.charCodeAt(offset - 1)) &&
  isLow(text.charCodeAt(offset));

/** The smallest range around `range` that cuts no surrogate pair. */
export const widenToPairs = (text: string, { start, end }: TextRange): TextRange => ({
  start: splitsPair(text, start) ? start - 1 : start,
  end: splitsPair(text, end) ? end + 1 : end,
});
