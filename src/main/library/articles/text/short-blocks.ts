import type { Block } from '../../../../shared/model/ranges.ts';

/** No paragraph of an article is longer. What is, a text without lines, is shown in parts. */
const longest = 20_000;

/** Where a part that begins at `start` ends: after a sentence, else a word, else anywhere. */
function endOfPart(text: string, start: number): number {
  const part = text.slice(start, start + longest);
  const half = longest / 2;
  const sentence = Math.max(part.lastIndexOf('. '), part.lastIndexOf('。'));
  const at = sentence >= half ? sentence + 1 : part.lastIndexOf(' ');
  if (at >= half) return start + at;
  const isPair = (text.codePointAt(start + longest - 1) ?? 0) > 0xffff;
  return start + longest - (isPair ? 1 : 0);
}

function* partsOf(text: string, { start, end, ...shape }: Block): Generator<Block> {
  let from = start;
  while (end - from > longest) {
    const to = endOfPart(text, from);
    yield { ...shape, start: from, end: to };
    from = to;
    while (from < end && text.charAt(from).trim() === '') from += 1;
  }
  if (from < end) yield { ...shape, start: from, end };
}

/** Blocks no longer than a view can lay out at once: very long ones in parts, one after the other. */
export const shortBlocks = (text: string, blocks: Block[]): Block[] =>
  text.length <= longest || blocks.every(({ start, end }) => end - start <= longest)
    ? blocks
    : blocks.flatMap((block) => [...partsOf(text, block)]);
