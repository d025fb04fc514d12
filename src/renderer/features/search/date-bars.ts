import type { Facets } from '../../../shared/model/search.ts';

type Counts = Facets['year'];

/** Beyond so many months years are shown. */
const mostMonths = 36;
const mostYears = 80;

const monthNumber = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1;

/** All months from the first to the last one with articles, or all years where those are too many. */
export function dateBars(year: Counts, month: Counts): Counts {
  const months = span(
    month,
    monthNumber,
    (n) => `${String(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}`,
    mostMonths,
  );
  const covered = month.reduce((sum, { count }) => sum + count, 0);
  const all = year.reduce((sum, { count }) => sum + count, 0);
  // Articles of which only the year is known would be missing among the months.
  if (months !== null && covered === all) return months;
  return span(year, Number, (n) => String(n).padStart(4, '0'), mostYears) ?? [];
}

function span(
  counts: Counts,
  toNumber: (value: string) => number,
  toValue: (n: number) => string,
  most: number,
): Counts | null {
  if (counts.length === 0) return [];
  const known = new Map(counts.map(({ value, count }) => [toNumber(value), count]));
  const first = Math.min(...known.keys());
  const length = Math.max(...known.keys()) - first + 1;
  if (length > most) return null;
  return Array.from({ length }, (_, i) => ({
    value: toValue(first + i),
    count: known.get(first + i) ?? 0,
  }));
}
