import type { Fragment } from './fragments.ts';

/** Page numbers do not tell two headers apart; letters of another size do: a title is no header. */
const pattern = ({ text, size }: Fragment): string =>
  `${Math.round(size)} ${text.replaceAll(/\d+/g, '#').toLowerCase()}`;

/** A page number by itself, which is furniture on a single page too. */
const pageNumber =
  /^(?:(?:page|seite|p\.?|s\.?)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|von|\/)\s*\d{1,4})?$/i;

/** So many lines at a page's top and bottom may be header or footer. */
const edge = 2;

/** The fragments on the outermost lines of a page. */
function edgesOf(fragments: readonly Fragment[]): Fragment[] {
  const heights = [...new Set(fragments.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  // A page of few lines is all text but for its outermost ones.
  const rows = heights.length > edge * 3 ? edge : heights.length > 3 ? 1 : 0;
  const outer = new Set([...heights.slice(0, rows), ...heights.slice(heights.length - rows)]);
  return fragments.filter(({ y }) => outer.has(Math.round(y)));
}

/** What browsers print around a page: day and time above it, address and page number below. */
const printed = {
  above: /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?,? \d{1,2}:\d{2}(?: ?[AP]M)?$/i,
  address: /^(?:https?|file):\/\/\S+$/,
  number: /^\d{1,4}\/\d{1,4}$/,
};

/** The address a browser printed under a page; null where it did not, or cut it off. */
export function printedAddress(furniture: Iterable<Fragment>): string | null {
  for (const { text } of furniture) {
    if (printed.address.test(text) && !/…$|\.{3}$/.test(text)) return text;
  }
  return null;
}

/** The first and the last row of a page that a browser printed, also where there is only one page. */
function printedRows(fragments: readonly Fragment[]): Fragment[] {
  const heights = fragments.map(({ y }) => Math.round(y));
  const rowAt = (height: number) => fragments.filter(({ y }) => Math.abs(y - height) <= 1);
  const [above, below] = [rowAt(Math.max(...heights)), rowAt(Math.min(...heights))];
  const has = (row: readonly Fragment[], mark: RegExp) => row.some(({ text }) => mark.test(text));
  const isPrinted =
    has(above, printed.above) && has(below, printed.address) && has(below, printed.number);
  return isPrinted ? [...above, ...below] : [];
}

/**
 * Headers, footers and page numbers: what stands at the edge of at least three pages and of half of
 * them (of both, where there are two), and numbers at an edge.
 */
export function furnitureOf(pages: readonly (readonly Fragment[])[]): ReadonlySet<Fragment> {
  const edges = pages.map(edgesOf);
  const counts = new Map<string, number>();
  for (const fragments of edges) {
    for (const found of new Set(fragments.map(pattern))) {
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const least = pages.length === 2 ? 2 : Math.max(3, pages.length / 2);
  const repeated = (fragment: Fragment) => (counts.get(pattern(fragment)) ?? 0) >= least;
  // A number beside words of the page is the sign of a note.
  const isNumber = (fragment: Fragment, row: readonly Fragment[]) =>
    pageNumber.test(fragment.text) &&
    row.every((other) => repeated(other) || pageNumber.test(other.text));
  return new Set([
    ...edges.flatMap((fragments) =>
      fragments.filter((one) => {
        const row = fragments.filter(({ y }) => Math.abs(y - one.y) <= 1);
        return repeated(one) || isNumber(one, row);
      }),
    ),
    ...pages.flatMap(printedRows),
  ]);
}
