import { foldString } from '../../../../../shared/text/fold.ts';
import { dateLine } from '../../metadata/text-dates.ts';
import { dateOf } from '../../metadata/iso-date.ts';

/** Languages the exports write their dates in. */
const languages = 'en de fr es it pt nl sv da nb fi pl cs hu ro tr ru id ca'.split(' ');

let months: Map<string, number> | undefined;

function monthNames(): Map<string, number> {
  if (months !== undefined) return months;
  months = new Map();
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // With the day beside it: some languages bend the month's name then.
      const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2026, index, 11)));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        const key = foldString(name).replace('.', '');
        if (/\p{L}{3}/u.test(key) && !months.has(key)) months.set(key, index + 1);
      }
    }
  }
  return months;
}

const dayFirst =
  /(?<!\d)(\d{1,2})\.?\s+(?:de\s+|of\s+)?(\p{L}+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/u;
const monthFirst = /(?<!\p{L})(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u;
const monthOnly = /(?<!\p{L})(\p{L}+)\.?\s+(\d{4})(?!\d)/u;

export interface LocalDate {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Longer lines are no date lines. */
const longest = 90;

/** The date that a line of its own states, in any of the languages above or in East Asian order. */
export function localDate(line: string): LocalDate | null {
  if (line.length > longest) return null;
  const month = (name: string | undefined) =>
    monthNames().get(foldString(name ?? '').replace('.', ''));
  const forms: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
    [dayFirst, ([, day, name, year]) => dateOf(Number(year), month(name) ?? 0, Number(day))],
    [monthFirst, ([, name, day, year]) => dateOf(Number(year), month(name) ?? 0, Number(day))],
    [monthOnly, ([, name, year]) => dateOf(Number(year), month(name) ?? 0)],
  ];
  for (const [form, read] of forms) {
    const match = form.exec(line);
    const value = match === null ? null : read(match);
    if (match !== null && value !== null) {
      return { value, start: match.index, end: match.index + match[0].length };
    }
  }
  return dateLine(line);
}
