import { dateOf } from './iso-date.ts';

const numeric = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/])/u;
/** Words that stand beside dates where the month is written first. */
const american = /\b(?:a\.?m|p\.?m|e[sd]?t|c[sd]t|p[sd]?t|published|posted|updated)\b/iu;

/** A date in digits. `doubtful` where day and month may be the other way round. */
export interface NumericDate {
  readonly value: string;
  readonly doubtful: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * The first date written in digits with the year last. Between full stops the day comes first; the
 * other marks say nothing of the order, and only a number above twelve tells it.
 */
export function numericDate(line: string): NumericDate | null {
  const match = numeric.exec(line);
  if (match === null) return null;
  const [whole, first, mark, second, year] = match;
  const dayFirst = dateOf(Number(year), Number(second), Number(first));
  const monthFirst = dateOf(Number(year), Number(first), Number(second));
  const value = dayFirst ?? monthFirst;
  if (value === null) return null;
  const place = { start: match.index, end: match.index + whole.length };
  const open = dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;
  if (!open || mark === '.') return { value, doubtful: false, ...place };
  return { value: american.test(line) ? monthFirst : dayFirst, doubtful: true, ...place };
}
