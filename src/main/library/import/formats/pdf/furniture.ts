import { rowsDown } from './column-band.ts';
import type { Fragment } from './fragments.ts';
import { isNumberAlone, pageNumbersOf, sameHeight } from './page-numbers.ts';
import { isAddressOfPrint, printedRows } from './printed-page.ts';

/** So many rows at a page's top and bottom may be header or footer. */
const edge = 2;
/** The same, where all their words come back at their place. */
const deepEdge = 4;

/** The outermost `rows` rows of a page on either side. */
function outermost(fragments: readonly Fragment[], rows: number): Fragment[] {
  const all = rowsDown(fragments);
  // A page of few lines is all text but for its outermost ones.
  const most = all.length > rows * 3 ? rows : all.length > 3 ? 1 : 0;
  return [...all.slice(0, most), ...all.slice(Math.max(most, all.length - most))].flatMap(
    (row) => row.fragments,
  );
}

/** Page numbers do not tell two headers apart; letters of another size do: a title is no header. */
const pattern = ({ text, size }: Fragment): string =>
  `${Math.round(size)} ${text.replaceAll(/\d+/g, '#').toLowerCase()}`;

const samePlace = (a: Fragment, b: Fragment): boolean =>
  sameHeight(a.y, b.y) && (Math.abs(a.x - b.x) <= 2 || Math.abs(a.right - b.right) <= 2);

type Pages = readonly (readonly Fragment[])[];

const patternsOf = (pages: Pages): Map<string, { page: number; fragment: Fragment }[]> =>
  Map.groupBy(
    pages.flatMap((fragments, page) => fragments.map((fragment) => ({ page, fragment }))),
    ({ fragment }) => pattern(fragment),
  );

/**
 * What stands at the edge of at least three pages and of half of them (of both, where there are
 * two), or word for word at the same place of two pages, as over every other page.
 */
function repeated(pages: Pages, edges: Pages, body: number): Fragment[] {
  const least = pages.length === 2 ? 2 : Math.max(3, pages.length / 2);
  // Numbers by themselves are told by counting along with the pages.
  const worded = edges.map((all) => all.filter(({ text }) => !isNumberAlone(text)));
  const often = [...patternsOf(worded).values()]
    .filter((all) => new Set(all.map(({ page }) => page)).size >= least)
    .flat();
  const deep = pages.map((fragments) => outermost(fragments, deepEdge));
  const again = [...patternsOf(deep).values()].flatMap((all) =>
    all.filter(
      ({ page, fragment }) =>
        fragment.size <= body * 1.1 &&
        all.some(
          (other) =>
            other.page !== page &&
            other.fragment.text === fragment.text &&
            samePlace(other.fragment, fragment),
        ),
    ),
  );
  return [...often, ...again].map(({ fragment }) => fragment);
}

/** The size of most letters of a document. */
function bodySize(pages: Pages): number {
  const lengths = new Map<number, number>();
  for (const { text, size } of pages.flat()) {
    const key = Math.round(size * 2) / 2;
    lengths.set(key, (lengths.get(key) ?? 0) + text.length);
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * What stands beside furniture in the first or last row of a page, or in that row where other pages
 * have theirs, as a chapter's name does: set apart from the text and in no larger letters.
 */
function companions(pages: Pages, known: ReadonlySet<Fragment>, body: number): Fragment[] {
  const heights = [...known].filter(({ size }) => size <= body * 1.1).map(({ y }) => y);
  const counts = Map.groupBy(heights, (y) => Math.round(y));
  const usual = heights.filter((y) => {
    const near = [-1, 0, 1].flatMap((step) => counts.get(Math.round(y) + step) ?? []);
    return near.length >= Math.max(2, pages.length / 4);
  });
  return pages.flatMap((fragments) => {
    const rows = rowsDown(fragments);
    const ends = [
      { row: rows[0], next: rows[1] },
      { row: rows.at(-1), next: rows.at(-2) },
    ];
    return ends.flatMap(({ row, next }) => {
      if (row === undefined || next === undefined || row === next) return [];
      const apart = Math.abs(row.y - next.y) > body * 1.6;
      const isPlace = usual.some((y) => sameHeight(y, row.y));
      const small = row.fragments.every(({ size }) => size <= body * 1.1);
      return apart && isPlace && small ? row.fragments : [];
    });
  });
}

/** A number by itself in the outermost row, beside nothing but furniture. */
function numbersAlone(edges: Pages, known: ReadonlySet<Fragment>): Fragment[] {
  return edges.flatMap((fragments) =>
    fragments.filter((one) => {
      if (!isNumberAlone(one.text) || /^(?:1[5-9]|20)\d\d$/.test(one.text)) return false;
      // A number beside words of the page is the sign of a note, one beside others a table's.
      const row = fragments.filter((other) => other !== one && sameHeight(other.y, one.y));
      return row.every((other) => known.has(other));
    }),
  );
}

/** The address a browser printed under a page; null where it did not, or cut it off. */
export const printedAddress = (furniture: Iterable<Fragment>): string | null =>
  [...furniture].find(isAddressOfPrint)?.text ?? null;

/** Headers, footers and page numbers, of text that runs as most of the page does. */
export function furnitureOf(pages: Pages): ReadonlySet<Fragment> {
  const edges = pages.map((fragments) => outermost(fragments, edge));
  const body = bodySize(pages);
  const numbers = pageNumbersOf(edges);
  const known = new Set([
    ...repeated(pages, edges, body),
    ...numbers,
    ...pages.flatMap(printedRows),
  ]);
  const beside = companions(pages, known, body);
  const alone = numbers.size === 0 ? numbersAlone(edges, known) : [];
  return new Set([...known, ...beside, ...alone]);
}

/** What stands across the lines of several pages: a watermark, a stamp at the margin. */
export const furnitureAcross = (pages: Pages): ReadonlySet<Fragment> =>
  new Set(
    [...patternsOf(pages).values()]
      .filter((all) => new Set(all.map(({ page }) => page)).size > 1)
      .flat()
      .map(({ fragment }) => fragment),
  );
