import type { TextRange } from '../../../../shared/model/ranges.ts';

/** A date that a text speaks of. */
export interface TextDate extends TextRange {
  /**
   * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as the words are. `XXXX-MM`, `XXXX-MM-DD` (EDTF)
   * where the year is not known; null where the words say nothing without the day of publication.
   */
  readonly from: string | null;
  /** The last day of a stretch such as "3 to 5 March"; null for one date. */
  readonly until: string | null;
  /** Read with the help of the date of publication: "on Monday", "in October". */
  readonly inferred: boolean;
  readonly sentence: TextRange;
}

const day = 86_400_000;
const two = (value: number) => String(value).padStart(2, '0');

/** `year` null: not known. */
export const written = (year: number | null, month?: number, date?: number): string =>
  [
    year === null ? 'XXXX' : String(year).padStart(4, '0'),
    ...(month === undefined ? [] : [two(month)]),
    ...(month === undefined || date === undefined ? [] : [two(date)]),
  ].join('-');

/** An ISO day some days later. */
export const daysAfter = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * day).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (iso: string): number => new Date(iso).getUTCDay();

export const isDay = (date: string | null): date is string =>
  date !== null && /^\d{4}-\d\d-\d\d$/.test(date);
