import type { Block, TextRange } from '../../shared/model/ranges.ts';

/** Blocks that are drawn and laid out together. */
export interface Chunk extends TextRange {
  readonly blocks: readonly Block[];
  /** How many lines it takes, as far as its letters say: its height before it was laid out. */
  readonly lines: number;
}

const mostBlocks = 60;
/** A table of no more rows has columns of one width. */
const mostRows = 300;
/** UTF-16 units; one block may be longer. */
const mostCharacters = 20_000;

/** Letters on a line of the usual measure: Latin ones, and those that are as wide as high. */
const [narrow, wide] = [66, 30];
/** The space between two blocks, in lines. */
const gap = 0.6;
/**
 * Browsers lay out no page higher than some 33 million pixels: of a text with more lines the parts
 * out of sight are drawn together, so that its end can still be scrolled to.
 */
const mostLines = 600_000;

function linesOf(text: string, { start, end }: Block): number {
  const isWide = text.charCodeAt(start + ((end - start) >> 1)) >= 0x2e80;
  return Math.ceil((end - start) / (isWide ? wide : narrow)) + gap;
}

/** The blocks of a text, in order, in chunks small enough to be laid out in a few milliseconds. */
export function chunksOf(text: string, blocks: readonly Block[]): Chunk[] {
  const chunks: (TextRange & { blocks: Block[]; lines: number })[] = [];
  let last = chunks[0];
  let total = 0;
  for (const block of blocks) {
    const lines = linesOf(text, block);
    const inTable = block.kind === 'table-row' && last?.blocks.at(-1)?.kind === 'table-row';
    const isFull =
      last === undefined ||
      last.blocks.length >= (inTable ? mostRows : mostBlocks) ||
      block.end - last.start > mostCharacters;
    if (last === undefined || isFull) {
      last = { start: block.start, end: block.end, blocks: [], lines: 0 };
      chunks.push(last);
    }
    last.blocks.push(block);
    last.end = block.end;
    last.lines += lines;
    total += lines;
  }
  const scale = Math.min(1, mostLines / total);
  for (const chunk of chunks) chunk.lines *= scale;
  return chunks;
}
