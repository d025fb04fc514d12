import { columnBand, rowsDown, type Row } from './column-band.ts';
import type { Fragment } from './fragments.ts';
import { withSigns } from './note-signs.ts';
import { isAcross, tablesIn, type TableRow } from './tables.ts';

/** A line of a page in its column. */
export interface Line extends Fragment {
  /** Left and right edge of the column. */
  readonly left: number;
  readonly width: number;
  /** It is the first line of a column or below something that spans columns. */
  readonly begins: boolean;
  /** A row of a table: its words by column, those without any as ''. */
  readonly cells?: readonly string[];
}

/** A gap must be so wide (in letter sizes), and so many lines must stand on both sides of it. */
const narrowest = 0.7;
const fewestLines = 4;
/** The share of lines that may cross it: headlines, pictures' captions, wide tables. */
const mostCrossing = 0.2;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const center = ({ x, right }: Fragment): number => (x + right) / 2;

/** The lines of one side: their heights and how far they reach, words set far apart taken together. */
function rowsOf(side: readonly Fragment[]): { y: number; length: number }[] {
  const rows = Map.groupBy(side, ({ y }) => Math.round(y));
  return [...rows].map(([y, all]) => ({
    y,
    length: Math.max(...all.map(({ right }) => right)) - Math.min(...all.map(({ x }) => x)),
  }));
}

/** True where lines stand beside each other on both sides of `x`. */
function parts(fragments: readonly Fragment[], x: number): boolean {
  const left = rowsOf(fragments.filter(({ right }) => right <= x));
  const right = rowsOf(fragments.filter((fragment) => fragment.x >= x));
  if (left.length < fewestLines || right.length < fewestLines) return false;
  const heights = [left, right].map((side) => side.map(({ y }) => y));
  const top = Math.min(...heights.map((all) => Math.max(...all)));
  const bottom = Math.max(...heights.map((all) => Math.min(...all)));
  const size = median(fragments.map((fragment) => fragment.size));
  const beside = [left, right].map((side) => side.filter(({ y }) => y <= top && y >= bottom));
  // Of lines in larger letters fewer stand beside those of a caption.
  const counts = beside.map(({ length }) => length).toSorted((a, b) => a - b);
  const areEnough = (counts[0] ?? 0) >= fewestLines - 1 && (counts[1] ?? 0) >= fewestLines;
  // A column has lines of many words: the cells of a table have not.
  return (
    areEnough && [left, right].every((side) => median(side.map(({ length }) => length)) > size * 8)
  );
}

/** The widest part of a strip that the fewest lines cross: beside a short column all of it is white. */
function emptiest(depths: Int32Array, begin: number, end: number): { begin: number; end: number } {
  let best = { begin, end: begin };
  let open = begin;
  for (let at = begin; at < end; at += 1) {
    if (depths[at] !== depths[open]) open = at;
    const [own, least] = [depths[open] ?? 0, depths[best.begin] ?? 0];
    if (own < least || (own === least && at + 1 - open > best.end - best.begin)) {
      best = { begin: open, end: at + 1 };
    }
  }
  return best;
}

/** The middles of the white strips between columns, from left to right. */
function gutters(fragments: readonly Fragment[]): number[] {
  if (fragments.length < fewestLines * 2) return [];
  const from = Math.floor(Math.min(...fragments.map(({ x }) => x)));
  const to = Math.ceil(Math.max(...fragments.map(({ right }) => right)));
  if (to - from > 20_000) return [];
  const cover = new Int32Array(to - from + 2);
  for (const { x, right } of fragments) {
    cover[Math.floor(x) - from] = (cover[Math.floor(x) - from] ?? 0) + 1;
    const end = Math.ceil(right) - from;
    cover[end] = (cover[end] ?? 0) - 1;
  }
  const size = median(fragments.map((fragment) => fragment.size));
  const most = fragments.length * mostCrossing * 0.5;
  const found: number[] = [];
  const depths = new Int32Array(cover.length);
  let depth = 0;
  let begin = -1;
  for (let at = 0; at < cover.length; at += 1) {
    depth += cover[at] ?? 0;
    depths[at] = depth;
    const white = depth <= most && at > 0;
    if (white && begin === -1) begin = at;
    if (!white && begin !== -1) {
      const strips = [{ begin, end: at }, emptiest(depths, begin, at)];
      const wide = strips.filter((strip) => strip.end - strip.begin >= size * narrowest);
      const middles = wide.map((strip) => from + (strip.begin + strip.end) / 2);
      const middle = middles.find((x) => parts(fragments, x));
      if (middle !== undefined) found.push(middle);
      begin = -1;
    }
  }
  return found;
}

/** A row of a table as a line. */
function lineOfRow({ y, cells, fragments }: TableRow, left: number, width: number): Line {
  const x = Math.min(...fragments.map((fragment) => fragment.x));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const size = Math.max(...fragments.map((fragment) => fragment.size));
  const text = cells.filter((cell) => cell !== '').join(' ');
  return { text, x, right, y, size, left, width, begins: false, cells };
}

/** Fragments of one column from top to bottom, those on one line joined, tables by their rows. */
function linesOf(fragments: readonly Fragment[], left: number, width: number): Line[] {
  const rows = rowsDown(fragments);
  const tables = tablesIn(rows);
  const lines: Line[] = [];
  let next = 0;
  for (const { from, to, rows: tabled } of tables) {
    lines.push(...linesOfText(rows.slice(next, from), left, width));
    lines.push(...tabled.map((row) => lineOfRow(row, left, width)));
    next = to;
  }
  lines.push(...linesOfText(rows.slice(next), left, width));
  const [first, ...others] = lines;
  return first === undefined ? [] : [{ ...first, begins: true }, ...others];
}

function linesOfText(rows: readonly Row[], left: number, width: number): Line[] {
  const lines: Line[] = [];
  for (const fragment of rows.flatMap((row) => row.fragments.toSorted(downwards))) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - fragment.y) <= fragment.size * 0.4) {
      const [first, second] = last.x <= fragment.x ? [last, fragment] : [fragment, last];
      lines[lines.length - 1] = {
        ...last,
        text: `${first.text} ${second.text}`,
        x: first.x,
        right: Math.max(last.right, fragment.right),
        size: Math.max(last.size, fragment.size),
      };
    } else {
      lines.push({ ...fragment, left, width, begins: false });
    }
  }
  return lines;
}

const downwards = (a: Fragment, b: Fragment): number => b.y - a.y || a.x - b.x;

function extent(fragments: readonly Fragment[]): { left: number; width: number } {
  const left = Math.min(...fragments.map(({ x }) => x));
  return { left, width: Math.max(...fragments.map(({ right }) => right)) - left };
}

/** A page that is set in one column but for some rows. */
function orderWithBand(fragments: readonly Fragment[]): Line[] {
  const rows = rowsDown(fragments);
  const band = columnBand(rows);
  const column = (some: readonly Fragment[]): Line[] => {
    if (some.length === 0) return [];
    const { left, width } = extent(some);
    return linesOf(some, left, width);
  };
  if (band === null) return column(fragments);
  const within = (from: number, to?: number) =>
    rows.slice(from, to).flatMap((row) => row.fragments);
  const beside = within(band.from, band.to);
  return [
    ...column(within(0, band.from)),
    ...column(beside.filter((fragment) => center(fragment) < band.middle)),
    ...column(beside.filter((fragment) => center(fragment) >= band.middle)),
    ...orderWithBand(within(band.to)),
  ];
}

/** A line over or under all columns stands so many letter sizes from them. */
const edgeGap = 2;

/** The first and the last row of a page where they stand apart in small letters: a head, a page's number. */
function edgeRows(rows: readonly Row[]): Row[] {
  const usual = median(rows.flatMap(({ fragments }) => fragments.map(({ size }) => size)));
  const isApart = (row: Row | undefined, near: Row | undefined): boolean => {
    const size = near?.fragments[0]?.size ?? 0;
    const isSmall = row?.fragments.every((one) => one.size <= usual * 1.1) === true;
    return isSmall && near !== undefined && Math.abs(row.y - near.y) > size * edgeGap;
  };
  const [first, second] = rows;
  const [last, before] = [rows.at(-1), rows.at(-2)];
  return [
    ...(first !== undefined && isApart(first, second) ? [first] : []),
    ...(last !== undefined && last !== first && isApart(last, before) ? [last] : []),
  ];
}

/**
 * The lines of a page in reading order: down each column, column by column, anew below everything
 * that spans columns.
 */
export function readingOrder(page: readonly Fragment[]): Line[] {
  const fragments = withSigns(page);
  const between = gutters(fragments);
  if (between.length === 0) return orderWithBand(fragments);
  const spans = (fragment: Fragment) => between.some((x) => fragment.x < x && fragment.right > x);
  const columnOf = (fragment: Fragment) => between.filter((x) => center(fragment) > x).length;
  const tabled = new Set(
    tablesIn(rowsDown(fragments))
      .filter(isAcross)
      .flatMap(({ rows }) => rows.flatMap((row) => row.fragments)),
  );
  const apart = new Set(edgeRows(rowsDown(fragments)).flatMap((row) => row.fragments));
  const isAside = (one: Fragment) => spans(one) || tabled.has(one) || apart.has(one);
  const spanning = rowsDown(fragments.filter(isAside));
  const inColumns = fragments.filter((one) => !isAside(one));
  const columns = Array.from({ length: between.length + 1 }, (_, index) => {
    const own = inColumns.filter((fragment) => columnOf(fragment) === index);
    return { own, ...(own.length === 0 ? { left: 0, width: 0 } : extent(own)) };
  });
  const all = extent(fragments);
  const lines: Line[] = [];
  const band = (top: number, bottom: number) => {
    for (const { own, left, width } of columns) {
      const here = own.filter(({ y }) => y < top && y >= bottom);
      lines.push(...linesOf(here, left, width));
    }
  };
  /** Rows that span the columns, with none of the columns between them. */
  let across: Fragment[] = [];
  let top = Infinity;
  for (const { y, fragments: row } of spanning) {
    if (inColumns.some((fragment) => fragment.y < top && fragment.y >= y)) {
      lines.push(...linesOf(across, all.left, all.width));
      across = [];
      band(top, y);
    }
    across.push(...row);
    top = y;
  }
  lines.push(...linesOf(across, all.left, all.width));
  band(top, -Infinity);
  return lines;
}
