import type { Block, Mark } from '../../../shared/model/ranges.ts';
import { linesIn, sameLines } from './same-lines.ts';

interface Layers {
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
}

/** An old block and what it is in the new text. */
interface Carried {
  readonly from: Block;
  readonly to: Block;
}

/** The old blocks whose lines all stand together in the new text, word for word. */
function unchanged(before: string, blocks: readonly Block[], after: string): Carried[] {
  const old = linesIn(before);
  const now = linesIn(after);
  const pairs = sameLines(
    old.map(({ start, end }) => before.slice(start, end)),
    now.map(({ start, end }) => after.slice(start, end)),
  );
  let line = 0;
  return blocks.flatMap((from): Carried[] => {
    while ((old[line]?.end ?? Infinity) <= from.start) line += 1;
    const first = old[line];
    const place = now[pairs.get(line) ?? -1];
    if (first === undefined || place === undefined) return [];
    const start = place.start + from.start - first.start;
    const end = start + from.end - from.start;
    const exact = after.slice(start, end) === before.slice(from.start, from.end);
    return exact ? [{ from, to: { ...from, start, end } }] : [];
  });
}

/** `blocks` that lie between unchanged ones, in groups: before the first, …, behind the last. */
function gaps(blocks: readonly Block[], unchanged: readonly Block[]): Block[][] {
  let at = 0;
  const groups = unchanged.map(({ start, end }) => {
    const group: Block[] = [];
    for (let block = blocks[at]; block !== undefined && block.start < end; block = blocks[at]) {
      if (block.end <= start) group.push(block);
      at += 1;
    }
    return group;
  });
  return [...groups, blocks.slice(at)];
}

/** Between two unchanged blocks, as many new ones as there were old ones are those, corrected. */
function corrected(before: readonly Block[][], after: readonly Block[][]): Carried[] {
  return after.flatMap((now, index) => {
    const old = before[index] ?? [];
    if (old.length !== now.length) return [];
    return now.flatMap(({ start, end }, at): Carried[] => {
      const from = old[at];
      return from === undefined ? [] : [{ from, to: { ...from, start, end } }];
    });
  });
}

/** How many characters two texts begin with alike, and end with alike besides. */
function alike(a: string, b: string): { head: number; tail: number } {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** Where a mark of a carried block stands now; nothing where its own words were changed. */
function carriedMark(before: string, after: string, { from, to }: Carried, mark: Mark): Mark[] {
  const { head, tail } = alike(before.slice(from.start, from.end), after.slice(to.start, to.end));
  if (mark.end <= from.start + head) return [shifted(mark, to.start - from.start)];
  if (mark.start >= from.end - tail) return [shifted(mark, to.end - from.end)];
  return [];
}

const shifted = (mark: Mark, by: number): Mark => ({
  ...mark,
  start: mark.start + by,
  end: mark.end + by,
});

/** The carried block that held an offset of the old text. */
function blockAt(all: readonly Carried[], offset: number): Carried | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.from.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = all[low];
  return found !== undefined && found.from.start <= offset ? found : undefined;
}

/** A page: from the first to the last of them that is still there. */
function spanning(mark: Mark, all: readonly Carried[]): Mark[] {
  const inside = all.filter(({ from }) => from.end > mark.start && from.start < mark.end);
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [];
  const within = (at: number, { from, to }: Carried) =>
    Math.min(to.end, Math.max(to.start, to.start + at - from.start));
  const start = within(mark.start, first);
  const end = within(mark.end, last);
  return start < end ? [{ ...mark, start, end }] : [];
}

/**
 * The blocks and inline marks of a corrected text: those of the old one where the words stayed,
 * `plain` (the blocks of a text without markup) elsewhere. A block that was corrected keeps its
 * kind, and the marks before and behind the correction.
 */
export function carryLayers(
  before: Layers & { readonly text: string },
  after: string,
  plain: readonly Block[],
): { blocks: Block[]; marks: Mark[] } {
  const same = unchanged(before.text, before.blocks, after);
  const old = gaps(
    before.blocks,
    same.map(({ from }) => from),
  );
  const free = gaps(
    plain,
    same.map(({ to }) => to),
  );
  const all = [...same, ...corrected(old, free)].sort((a, b) => a.to.start - b.to.start);
  const starts = new Set(all.map(({ to }) => to.start));
  const blocks = [
    ...all.map(({ to }) => to),
    ...free.flat().filter(({ start }) => !starts.has(start)),
  ];
  const marks = before.marks.flatMap((mark) => {
    if (mark.kind === 'page') return spanning(mark, all);
    const home = blockAt(all, mark.start);
    return home !== undefined && mark.end <= home.from.end
      ? carriedMark(before.text, after, home, mark)
      : [];
  });
  return {
    blocks: blocks.sort((a, b) => a.start - b.start),
    marks: marks.sort((a, b) => a.start - b.start || a.end - b.end),
  };
}
