import type { Fragment } from './fragments.ts';

/** Page numbers do not tell two headers apart. */
const pattern = ({ text }: Fragment): string => text.replaceAll(/\d+/g, '#').toLowerCase();

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
  return new Set(
    edges.flat().filter((fragment) => repeated(fragment) || pageNumber.test(fragment.text)),
  );
}
