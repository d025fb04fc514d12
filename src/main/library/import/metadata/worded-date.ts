import { foldString } from '../../../../shared/text/fold.ts';
import { dateOf } from './iso-date.ts';

/** Languages whose months are known by name. */
const languages =
  'en de fr es it pt nl sv da nb fi pl cs hu ro tr ru id ca uk bg el he ar-EG ar-SY'.split(' ');

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

/** A date and where it stands. */
export interface WordedDate {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const monthOf = (name: string | undefined) =>
  monthNames().get(foldString(name ?? '').replace('.', ''));

type Form = readonly [RegExp, (match: RegExpExecArray) => string | null];

const days: readonly Form[] = [
  [dayFirst, ([, day, name, year]) => dateOf(Number(year), monthOf(name) ?? 0, Number(day))],
  [monthFirst, ([, name, day, year]) => dateOf(Number(year), monthOf(name) ?? 0, Number(day))],
];
const all: readonly Form[] = [
  ...days,
  [monthOnly, ([, name, year]) => dateOf(Number(year), monthOf(name) ?? 0)],
];

function read(text: string, forms: readonly Form[]): WordedDate | null {
  for (const [form, valueOf] of forms) {
    const match = form.exec(text);
    const value = match === null ? null : valueOf(match);
    if (match !== null && value !== null) {
      return { value, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}

/** The first date whose month is a word, in any of the languages above. */
export const wordedDate = (text: string): WordedDate | null => read(text, all);

/** The same, where a day is named. */
export const wordedDay = (text: string): WordedDate | null => read(text, days);
