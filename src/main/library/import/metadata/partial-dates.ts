import { isRealDate } from './iso-date.ts';

/** A date that says less than a day of a year, and where it stands. */
export interface PartialDate {
  /** EDTF with `X` for what is not said: `XXXX-11-04`, `XXXX-XX-04`, `XXXX-XX-XX` for a weekday. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const english = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const noYear = String.raw`(?![\d:]|,?\s*(?:de\s+)?\d{4})`;
const monthDay = new RegExp(
  String.raw`\b(${english})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b${noYear}`,
);
const dayMonth = new RegExp(
  String.raw`(?<![\d.,:])\b(\d{1,2})(?:st|nd|rd|th)?\s+(${english})[a-z]*\b\.?${noYear}`,
);
const eastern = /(?<!年\s*|년\s*|\d)(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u;
const easternDay =
  /(?<![\d月월.,]\s*|第|\p{Script=Hangul})(\d{1,2})[日일](?![間间後后前目本以曜]|ぶり|연속|간|동안|째|차)/u;

/** Month names of languages that write the day before them, as `Intl` knows them. */
const european = ['de', 'es', 'fr', 'it', 'nl', 'pt'].flatMap((language) =>
  Array.from({ length: 12 }, (_, month) => ({
    month: month + 1,
    name: new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2000, month, 15))
      .toLowerCase(),
  })),
);
const monthOf = new Map(european.map(({ name, month }) => [name, month]));
const europeanDay = new RegExp(
  String.raw`(?<![\d.,:])\b(\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?(${[...monthOf.keys()].join('|')})(?!\p{L})${noYear}`,
  'iu',
);

const englishMonth = (name = ''): number => english.split('|').indexOf(name.slice(0, 3)) + 1;
const two = (value: number): string => String(value).padStart(2, '0');
/** Has every day that a date without its year can name. */
const leapYear = 2000;

type Reading = (match: RegExpExecArray) => { readonly month: number | null; readonly day: number };

const readings: readonly (readonly [RegExp, Reading])[] = [
  [monthDay, ([, month, day]) => ({ month: englishMonth(month), day: Number(day) })],
  [dayMonth, ([, day, month]) => ({ month: englishMonth(month), day: Number(day) })],
  [eastern, ([, month, day]) => ({ month: Number(month), day: Number(day) })],
  [
    europeanDay,
    ([, day, month]) => ({
      month: monthOf.get((month ?? '').toLowerCase()) ?? 0,
      day: Number(day),
    }),
  ],
  [easternDay, ([, day]) => ({ month: null, day: Number(day) })],
];

/** Every way to name a day has a digit. */
const digit = /\d/;

/** The first day without its year that a text names, or null. */
export function partialDateIn(text: string): PartialDate | null {
  if (!digit.test(text)) return null;
  let first: PartialDate | null = null;
  for (const [pattern, read] of readings) {
    const match = pattern.exec(text);
    if (match === null || (first !== null && match.index >= first.start)) continue;
    const { month, day } = read(match);
    const real =
      month === null ? day >= 1 && day <= 31 : month > 0 && isRealDate(leapYear, month, day);
    if (!real) continue;
    const value = `XXXX-${month === null ? 'XX' : two(month)}-${two(day)}`;
    first = { value, start: match.index, end: match.index + match[0].length };
  }
  return first;
}

const weekdays = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];
const weekday = new RegExp(String.raw`\b(${weekdays.join('|')})day\b`);

/** A weekday that a text names and nothing else of a date, or null. */
export function weekdayIn(text: string): PartialDate | null {
  const match = weekday.exec(text);
  if (match === null) return null;
  return { value: 'XXXX-XX-XX', start: match.index, end: match.index + match[0].length };
}

/** The number of the weekday that some words name, Sunday 0, or null. */
export function weekdayNumber(words: string): number | null {
  const [, name] = weekday.exec(words) ?? [];
  return name === undefined ? null : weekdays.indexOf(name);
}
