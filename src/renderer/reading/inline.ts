import type { Block, HiddenRange, Mark, TextRange } from '../../shared/model/ranges.ts';

/** A stretch of a block that is set in one way. */
export interface Run {
  readonly text: string;
  readonly start: number;
  /** Marks around it, outermost first. */
  readonly marks: readonly Mark[];
  /** The hidden range it belongs to. */
  readonly hidden: HiddenRange | null;
}

/**
 * Cuts a block into runs at the edges of marks and hidden ranges. The runs' texts joined are
 * exactly the block's text. `marks` and `hidden` may hold ranges of other blocks.
 */
export function runsOf(
  text: string,
  block: Block,
  marks: readonly Mark[],
  hidden: readonly HiddenRange[],
): Run[] {
  const touches = ({ start, end }: { start: number; end: number }) =>
    start < block.end && end > block.start;
  const here = marks.filter((mark) => mark.kind !== 'page' && touches(mark));
  const gone = hidden.filter(touches);
  const edges = new Set([block.start, block.end]);
  for (const { start, end } of [...here, ...gone]) {
    edges.add(Math.max(start, block.start));
    edges.add(Math.min(end, block.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? block.end;
    return {
      text: text.slice(start, end),
      start,
      marks: here
        .filter((mark) => mark.start <= start && mark.end >= end)
        .toSorted((a, b) => a.start - b.start || b.end - a.end),
      hidden: gone.find((range) => range.start <= start && range.end >= end) ?? null,
    };
  });
}

/** A cell of a table row, with the tab that ends it where another follows. */
export interface Cell {
  readonly start: number;
  readonly runs: readonly Run[];
  readonly tab: boolean;
}

/** Cuts the runs of a table row at its tabs. The cells' texts with their tabs are the row's text. */
export function cellsOf(runs: readonly Run[]): Cell[] {
  const cells: Cell[] = [];
  let start = runs[0]?.start ?? 0;
  let own: Run[] = [];
  for (const run of runs) {
    let at = run.start;
    const parts = run.text.split('\t');
    parts.forEach((text, i) => {
      if (text !== '') own.push({ ...run, text, start: at });
      at += text.length + 1;
      if (i === parts.length - 1) return;
      cells.push({ start, runs: own, tab: true });
      start = at;
      own = [];
    });
  }
  cells.push({ start, runs: own, tab: false });
  return cells;
}

/** The hidden range that covers a whole block, or null. */
export const hidingOf = (block: Block, hidden: readonly HiddenRange[]): HiddenRange | null =>
  hidden.find(({ start, end }) => start <= block.start && end >= block.end) ?? null;

/**
 * Ranges by the block they touch, so that a text of many blocks is not searched once per block.
 * Blocks in order; answers one list per block, each in the order of `ranges`.
 */
export function byBlock<R extends { start: number; end: number }>(
  blocks: readonly TextRange[],
  ranges: readonly R[],
): R[][] {
  const lists: R[][] = blocks.map(() => []);
  for (const range of ranges) {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((blocks[middle]?.end ?? 0) <= range.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < blocks.length && (blocks[i]?.start ?? 0) < range.end; i += 1) {
      lists[i]?.push(range);
    }
  }
  return lists;
}
