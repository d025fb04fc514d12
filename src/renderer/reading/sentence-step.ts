import { sentences } from '../../shared/text/sentences.ts';
import type { Block, TextRange } from '../../shared/model/ranges.ts';

/**
 * The first sentence that begins at or after `from`, block by block, or null at the end.
 * Blocks must be in order. Cost is that of one or two blocks, however long the text.
 */
export function sentenceFrom(
  text: string,
  blocks: readonly Block[],
  from: number,
  locale?: string,
): TextRange | null {
  for (const block of blocks) {
    if (block.end <= from) continue;
    const found = sentences(text.slice(block.start, block.end), locale)
      .map(({ start, end }) => ({ start: start + block.start, end: end + block.start }))
      .find(({ start }) => start >= from);
    if (found !== undefined) return found;
  }
  return null;
}

/** The last sentence that begins before `before`, or null at the start. */
export function sentenceBefore(
  text: string,
  blocks: readonly Block[],
  before: number,
  locale?: string,
): TextRange | null {
  for (const block of blocks.toReversed()) {
    if (block.start >= before) continue;
    const found = sentences(text.slice(block.start, block.end), locale)
      .map(({ start, end }) => ({ start: start + block.start, end: end + block.start }))
      .findLast(({ start }) => start < before);
    if (found !== undefined) return found;
  }
  return null;
}
