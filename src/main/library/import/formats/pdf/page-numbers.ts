import type { Fragment } from './fragments.ts';

/** A page number by itself, which is furniture on a single page too. */
const alone =
  /^(?:(?:page|seite|p\.?|s\.?)\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:of|von|\/)\s*\d{1,4})?$/i;
/** One before or after other words of a header. */
const beside = /^(\d{1,4})(?=\s+\D)|(?<=\D\s)(\d{1,4})$/g;
const roman = /^[ivxl]{1,7}$/i;
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanNumber(text: string): number {
  const digits = Array.from(text.toLowerCase(), (digit) => romanDigits[digit] ?? 0);
  return digits.reduce(
    (sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
}

/** The numbers a fragment may give its page. */
function numbersIn(text: string): number[] {
  if (roman.test(text)) return [romanNumber(text)];
  const [, number] = alone.exec(text) ?? [];
  if (number !== undefined) return [Number(number)];
  return [...text.matchAll(beside)].map(([found]) => Number(found));
}

export const isNumberAlone = (text: string): boolean => alone.test(text);

/** How many pages a number must count along with to be theirs. */
const fewest = (pages: number): number => (pages === 2 ? 2 : Math.max(3, pages / 4));

/** Two heights of one line on different pages. */
export const sameHeight = (a: number, b: number): boolean => Math.abs(a - b) <= 2;

interface Counted {
  readonly page: number;
  readonly fragment: Fragment;
}

/**
 * The fragments that number the pages: at one height, going up by one from page to page. `edges` are
 * the fragments at the edge of each page.
 */
export function pageNumbersOf(edges: readonly (readonly Fragment[])[]): ReadonlySet<Fragment> {
  const counted = new Map<string, Counted[]>();
  edges.forEach((fragments, page) => {
    for (const fragment of fragments) {
      for (const number of numbersIn(fragment.text)) {
        const key = `${number - page} ${roman.test(fragment.text)}`;
        const all = counted.get(key);
        if (all === undefined) counted.set(key, [{ page, fragment }]);
        else all.push({ page, fragment });
      }
    }
  });
  return new Set([...counted.values()].flatMap((all) => numbering(all, edges.length)));
}

/** Of fragments that count along with the pages those at a place where enough of them stand. */
function numbering(all: readonly Counted[], pages: number): Fragment[] {
  const level = Map.groupBy(all, ({ fragment }) => Math.round(fragment.y / 4));
  const placed = [...level.keys()].flatMap((height) => {
    const near = [height, height + 1].flatMap((at) => level.get(at) ?? []);
    return new Set(near.map(({ page }) => page)).size < fewest(pages) ? [] : near;
  });
  if (placed.length === 0) return [];
  // The first page of a chapter has its number elsewhere.
  const elsewhere = all.filter(({ fragment }) => isNumberAlone(fragment.text));
  return [...placed, ...elsewhere].map(({ fragment }) => fragment);
}
