import type { Row } from './column-band.ts';
import type { Fragment } from './fragments.ts';

/** Cells of a table whose lines are no longer than this, in letter sizes, are no column of text. */
const longestCell = 14;
/** How far the edges of a column's cells may be from each other, in letter sizes. */
const align = 0.5;
/** Rows further apart than so many of the closest ones are rows of their own. */
const apart = 1.3;

/** A row of a table: its words by column, those without any as ''. */
export interface TableRow {
  readonly y: number;
  readonly cells: readonly string[];
  readonly fragments: readonly Fragment[];
}

/** A table among the rows of a page or column, from its first row to the one after its last. */
export interface Table {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TableRow[];
  /** At least a third of its lines have several long cells. */
  readonly isOfText: boolean;
}

const leftToRight = ({ fragments }: Row): Fragment[] => fragments.toSorted((a, b) => a.x - b.x);

/** Two cells below each other begin, end or have their middle at one place. */
function aligned(a: Fragment, b: Fragment): boolean {
  const most = Math.min(a.size, b.size) * align;
  return (
    Math.abs(a.x - b.x) <= most ||
    Math.abs(a.right - b.right) <= most ||
    Math.abs(a.x + a.right - b.x - b.right) <= most * 2
  );
}

/** The sign of an item or a note and its words are no cells. */
const isSign = ({ text }: Fragment): boolean =>
  /^(?:\(?(?:\d{1,3}|\p{L})[.)]|[•◦▪▫‣●○■□–*†‡-])$/u.test(text);

const overlap = (a: Fragment, b: Fragment): boolean => a.x < b.right && a.right > b.x;

/** Each of at least three cells stands over one of the other row, as a heading over its column. */
function standsOver(row: Row, other: Row): boolean {
  const [cells, under] = [leftToRight(row), leftToRight(other)];
  if (cells.length < 3 || cells.length !== under.length) return false;
  return cells.every((cell, at) =>
    under.every((near, index) => overlap(cell, near) === (index === at)),
  );
}

/** Gaps of one line differ by no more than this share when words were set apart to fill it. */
const evenly = 0.06;

/** A line of a narrow column, its few words set apart alike until it was full. */
function isStretched(row: Row): boolean {
  const words = leftToRight(row);
  if (words.length < 3 || words.some(({ text }) => text.includes(' '))) return false;
  const gaps = words.slice(1).map(({ x }, index) => x - (words[index]?.right ?? 0));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  return most - least <= most * evenly + 0.5;
}

/** How far the edges of cells in evenly set rows may be from each other, in letter sizes. */
const alignClosely = 0.15;

/** Each cell of a row begins or ends where one of the other row does. */
function areSameColumns(row: Row, other: Row): boolean {
  const [cells, under] = [leftToRight(row), leftToRight(other)];
  return (
    cells.length === under.length &&
    cells.every(({ x, right, size }, at) => {
      const near = under[at];
      const most = size * alignClosely;
      return (
        near !== undefined && (Math.abs(near.x - x) <= most || Math.abs(near.right - right) <= most)
      );
    })
  );
}

/**
 * All cells of the shorter row are aligned with cells of the other one, but for one of many: the
 * first and the last of words set far apart to fill a line always are.
 */
function sharesColumns(row: Row, other: Row): boolean {
  if (row.fragments.length < 2 || other.fragments.length < 2) return false;
  if (isStretched(row) || isStretched(other)) return areSameColumns(row, other);
  if (standsOver(row, other)) return true;
  const [some, more] =
    row.fragments.length <= other.fragments.length
      ? [row.fragments, other.fragments]
      : [other.fragments, row.fragments];
  const shared = some.filter((cell) => more.some((near) => aligned(cell, near))).length;
  return shared >= some.length - (some.length > 3 ? 1 : 0);
}

const isLong = ({ x, right, size }: Fragment): boolean => right - x > size * longestCell;

const isOfText = (rows: readonly Row[]): boolean =>
  rows.filter(({ fragments }) => fragments.filter(isLong).length > 1).length * 3 > rows.length;

/** Rows below each other that share their columns: a table, and no columns of text. */
function isTable(rows: readonly Row[]): boolean {
  const full = rows.filter(({ fragments }) => fragments.length > 1);
  const firsts = full.flatMap((row) => leftToRight(row).slice(0, 1));
  if (firsts.every(isSign)) return false;
  const most = Math.max(...full.map(({ fragments }) => fragments.length));
  if (isOfText(full)) {
    return most > 2 && full.length > 3 && !firsts.some(isLong) && hasRowsApart(rows);
  }
  return most > 2 ? full.length > 1 : full.length > 2 && !firsts.some(isLong);
}

/** So many rows of a table that crosses the columns of a page have three cells or more. */
const fewestAcross = 2;

/** A table of the whole page, and neither lines of its columns nor a table in one of them. */
export const isAcross = ({ rows, isOfText }: Table): boolean =>
  isOfText ||
  (!rows.some(({ fragments }) => fragments.some(isLong)) &&
    rows.filter(({ fragments }) => fragments.length > 2).length >= fewestAcross);

const gapsOf = (rows: readonly Row[]): number[] =>
  rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y);

/** Some rows stand further apart than the lines of a cell, and it is not each line. */
function hasRowsApart(rows: readonly Row[]): boolean {
  const gaps = gapsOf(rows);
  const least = Math.min(...gaps);
  const wide = gaps.filter((gap) => gap > least * apart).length;
  return wide > 0 && wide < gaps.length;
}

/** The left edges of a table's columns: those of the row with most cells, widened by the others. */
function columnsOf(rows: readonly Row[]): { x: number; right: number }[] {
  const cells = rows.flatMap(({ fragments }) => fragments).toSorted((a, b) => a.x - b.x);
  const fullest = rows.toSorted((a, b) => b.fragments.length - a.fragments.length)[0];
  const columns = (fullest === undefined ? [] : leftToRight(fullest)).map(({ x, right }) => ({
    x,
    right,
  }));
  for (const cell of cells) {
    const over = columns.filter(({ x, right }) => cell.x < right && cell.right > x);
    const [only] = over;
    if (only === undefined || over.length > 1) continue;
    only.x = Math.min(only.x, cell.x);
    only.right = Math.max(only.right, cell.right);
  }
  return columns;
}

function cellsOf(fragments: readonly Fragment[], columns: readonly { x: number; right: number }[]) {
  const cells = columns.map(() => '');
  for (const fragment of fragments) {
    const middle = (fragment.x + fragment.right) / 2;
    const distance = columns.map(({ x, right }) =>
      fragment.x < right && fragment.right > x
        ? 0
        : Math.min(Math.abs(middle - x), Math.abs(middle - right)),
    );
    const at = distance.indexOf(Math.min(...distance));
    cells[at] = `${cells[at] ?? ''} ${fragment.text}`.trim();
  }
  return cells;
}

/** The rows of a table: lines that belong to the cells above them are put there. */
function rowsOf(rows: readonly Row[]): TableRow[] {
  const columns = columnsOf(rows);
  const gaps = gapsOf(rows);
  const least = Math.min(...gaps);
  const parted = hasRowsApart(rows) && rows.some(({ fragments }) => fragments.some(isLong));
  const made: { y: number; fragments: Fragment[] }[] = [];
  rows.forEach((row, index) => {
    const last = made.at(-1);
    const [first] = columns;
    const isFirstEmpty = !row.fragments.some(({ x }) => first !== undefined && x < first.right);
    const goesOn = parted
      ? (gaps[index - 1] ?? 0) <= least * apart
      : isFirstEmpty &&
        row.fragments.length < columns.length &&
        (gaps[index - 1] ?? 0) <= least * apart;
    if (last !== undefined && goesOn) last.fragments.push(...leftToRight(row));
    else made.push({ y: row.y, fragments: leftToRight(row) });
  });
  return made.map(({ y, fragments }) => ({ y, fragments, cells: cellsOf(fragments, columns) }));
}

/** The tables among the rows of a page or column: rows below each other whose cells are aligned. */
export function tablesIn(rows: readonly Row[]): Table[] {
  const tables: Table[] = [];
  for (let from = 0; from < rows.length; from += 1) {
    let to = from + 1;
    for (; to < rows.length; to += 1) {
      const [row, above] = [rows[to], rows[to - 1]];
      if (row === undefined || above === undefined) break;
      const gap = above.y - row.y;
      const size = row.fragments[0]?.size ?? 0;
      if (gap > size * 4) break;
      const full = rows.slice(from, to).findLast(({ fragments }) => fragments.length > 1);
      if (full === undefined) break;
      // A line of one cell belongs to the table where it stands in one of its columns.
      const [only] = row.fragments;
      const isCell =
        row.fragments.length === 1 &&
        only !== undefined &&
        gap <= size * 1.8 &&
        full.fragments.some((cell) => Math.abs(cell.x - only.x) <= size * align) &&
        !isLong(only) &&
        full.fragments.every(
          (cell) => cell.x >= only.right || aligned(cell, only) || cell.right <= only.x,
        );
      if (!isCell && !sharesColumns(row, full)) break;
    }
    while (to - 1 > from && rows[to - 1]?.fragments.length === 1 && !endsTable(rows, to - 1))
      to -= 1;
    const some = rows.slice(from, to);
    if (some.length > 1 && isTable(some)) {
      const full = some.filter(({ fragments }) => fragments.length > 1);
      tables.push({ from, to, rows: rowsOf(some), isOfText: isOfText(full) });
      from = to - 1;
    }
  }
  return tables;
}

/** The last line of a table is part of a cell rather than of the text below: no line follows close. */
function endsTable(rows: readonly Row[], at: number): boolean {
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
  if (above === undefined || row === undefined || below === undefined) return true;
  return row.y - below.y > (above.y - row.y) * apart;
}
