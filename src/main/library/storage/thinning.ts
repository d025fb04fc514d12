/** How many of the newest days, weeks and months keep one each. */
export interface Periods {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Days since 1970 of an ISO date or time. */
const dayOf = (date: string) => Math.floor(Date.parse(date.slice(0, 10)) / 86_400_000);

/**
 * Which of `newestFirst` stay: the newest of each of the last days, weeks and months that have one.
 * Counted over the items themselves, never over today's date, so a wrong clock loses nothing.
 */
export function newestOfPeriods<T>(
  newestFirst: readonly T[],
  dateOf: (item: T) => string,
  { daily, weekly, monthly }: Periods,
): Set<T> {
  const keep = new Set<T>();
  const keepNewestPer = (period: (date: string) => string | number, count: number) => {
    const seen = new Set<string | number>();
    for (const item of newestFirst) {
      const key = period(dateOf(item));
      if (seen.has(key)) continue;
      if (seen.size === count) break;
      seen.add(key);
      keep.add(item);
    }
  };
  keepNewestPer(dayOf, daily);
  // 1970-01-01 was a Thursday: three days on, weeks begin on Monday.
  keepNewestPer((date) => Math.floor((dayOf(date) + 3) / 7), weekly);
  keepNewestPer((date) => date.slice(0, 7), monthly);
  return keep;
}
