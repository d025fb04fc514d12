import type { TextRange } from '../model/ranges.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** UTF-16 units looked back for a place where a character surely begins. */
const longestLook = 512;

const isPlain = (unit: number) => unit >= 0x20 && unit < 0x300;

/** An offset at or before `offset` where a character begins, whatever stands before it. */
function sureStart(text: string, offset: number): number {
  for (let at = offset - 1; at > 0 && offset - at < longestLook; at -= 1) {
    if (isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1))) return at;
  }
  return Math.max(0, offset - longestLook);
}

/** The character (grapheme cluster) of `text` that `offset` lies inside of; null between two. */
function characterAround(text: string, offset: number): TextRange | null {
  if (offset <= 0 || offset >= text.length) return null;
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return null;
  const from = sureStart(text, offset);
  const found = segmenter.segment(text.slice(from, offset + longestLook)).containing(offset - from);
  if (found === undefined || from + found.index === offset) return null;
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/**
 * The smallest range around `range` that cuts no character as people see it: no surrogate pair, no
 * letter from its accents, no emoji from what it is joined of. Offsets are UTF-16.
 */
export const widenToGraphemes = (text: string, { start, end }: TextRange): TextRange => ({
  start: characterAround(text, start)?.start ?? start,
  end: characterAround(text, end)?.end ?? end,
});
