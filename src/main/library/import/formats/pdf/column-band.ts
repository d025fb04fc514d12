import type { Fragment } from './fragments.ts';

/** Fragments on one height of a page. */
export interface Row {
  readonly y: number;
  readonly fragments: readonly Fragment[];
}

/** The rows of a page from top to bottom. */
export function rowsDown(fragments: readonly Fragment[]): Row[] {
  const rows: { y: number; fragments: Fragment[] }[] = [];
  for (const fragment of fragments.toSorted((a, b) => b.y - a.y)) {
    const last = rows.at(-1);
    if (last !== undefined && last.y - fragment.y <= fragment.size * 0.4) {
      last.fragments.push(fragment);
    } else rows.push({ y: fragment.y, fragments: [fragment] });
  }
  return rows;
}

/** A strip is at least so wide, in letter sizes. */
const narrowest = 0.7;
/** A column's line is at least so many letter sizes long: the cells of a table are not. */
const shortestColumn = 10;
/** So many rows beside each other make a few lines of columns on a page that has none else. */
const fewestBeside = 3;
/** Of those, so many are as long as columns on both sides. */
const fewestFull = 2;

interface Strip {
  readonly from: number;
  readonly to: number;
  /** Both lines beside it are a column's; else one of them, and the other may be a paragraph's last. */
  readonly isFull: boolean;
}

/** The white strip in the middle of a row of two columns, or null. */
function stripOf({ fragments }: Row): Strip | null {
  const [left, right] = fragments.toSorted((a, b) => a.x - b.x);
  if (fragments.length !== 2 || left === undefined || right === undefined) return null;
  const isLong = ({ x, right: end, size }: Fragment) => end - x > size * shortestColumn;
  const [from, to] = [left.right, right.x];
  const [isLeft, isRight] = [isLong(left), isLong(right)];
  if ((!isLeft && !isRight) || to - from <= left.size * narrowest) return null;
  return { from, to, isFull: isLeft && isRight };
}

/**
 * The rows `[from, to)` that stand in two columns on a page whose other lines cross them, and the
 * middle between the columns; null where there are none.
 */
export function columnBand(
  rows: readonly Row[],
): { from: number; to: number; middle: number } | null {
  const strips = rows.map(stripOf);
  for (let at = 0; at < rows.length; at += 1) {
    let [left, right] = [-Infinity, Infinity];
    let end = at;
    let full = 0;
    for (let strip = strips[end]; strip !== null && strip !== undefined; strip = strips[end]) {
      // The lines of a column begin below each other.
      if (strip.from >= right || Math.abs(strip.to - (strips[at]?.to ?? 0)) > 1) break;
      [left, right] = [Math.max(left, strip.from), Math.min(right, strip.to)];
      if (strip.isFull) full += 1;
      end += 1;
    }
    if (end - at < fewestBeside || full < fewestFull) continue;
    const middle = (left + right) / 2;
    const gap = ((rows[at]?.y ?? 0) - (rows[end - 1]?.y ?? 0)) / (end - at - 1);
    // What one column has more than the other at its top and its end.
    const isBeside = (index: number, other: number) => {
      const [row, near] = [rows[index], rows[other]];
      if (row === undefined || near === undefined) return false;
      return (
        Math.abs(row.y - near.y) < gap * 1.3 &&
        row.fragments.every((fragment) => fragment.right <= middle || fragment.x >= middle)
      );
    };
    let from = at;
    while (isBeside(from - 1, from)) from -= 1;
    while (isBeside(end, end - 1)) end += 1;
    return { from, to: end, middle };
  }
  return null;
}
