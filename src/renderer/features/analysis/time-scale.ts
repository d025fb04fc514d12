/** A stretch of days, as days since 1970 (UTC): one day, or the month or year a date tells. */
export interface Stretch {
  readonly first: number;
  /** One after the last. */
  readonly end: number;
}

const day = 86_400_000;
const dayOf = (year: number, month: number, date: number) => Date.UTC(year, month, date) / day;

/** What a CSL date covers; null for none, for one without its year, and for what is no date. */
export function stretchOf(issued: string | null): Stretch | null {
  const [, years, months, days] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(issued ?? '') ?? [];
  if (years === undefined) return null;
  const year = Number(years);
  if (months === undefined) return { first: dayOf(year, 0, 1), end: dayOf(year + 1, 0, 1) };
  const month = Number(months) - 1;
  if (days === undefined) return { first: dayOf(year, month, 1), end: dayOf(year, month + 1, 1) };
  const first = dayOf(year, month, Number(days));
  return { first, end: first + 1 };
}

export const isOneDay = ({ first, end }: Stretch): boolean => end - first === 1;

/** A day as an ISO date. */
export const isoDay = (days: number): string => new Date(days * day).toISOString().slice(0, 10);
