/** Has every day that a date without its year can name. */
const leapYear = 2000;

/**
 * A CSL date as people write it, no more precise than it is known: `2026-03` is "Mar 2026", and
 * `XXXX-11-04`, a date read without its year (EDTF), is "4 Nov". What is no date stays as it is;
 * null stays null: the caller says "n.d." in its own words.
 */
export function formatIssued(issued: string, length?: 'short' | 'long', locale?: string): string;
export function formatIssued(
  issued: string | null,
  length?: 'short' | 'long',
  locale?: string,
): string | null;
export function formatIssued(
  issued: string | null,
  length: 'short' | 'long' = 'short',
  locale = 'en-GB',
): string | null {
  if (issued === null) return null;
  const read = readDate(issued);
  if (read === null) return issued;
  return formatOf(locale, read.parts, length).format(read.date);
}

type DatePart = 'year' | 'month' | 'day';

/** A CSL date, or one without its year (EDTF), with the parts that are known; null for anything else. */
function readDate(issued: string): { date: Date; parts: DatePart[] } | null {
  const [, years, months, days] = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(issued) ?? [];
  const yearKnown = years !== 'XXXX';
  if (years === undefined || (!yearKnown && months === undefined)) return null;
  const date = new Date(0);
  date.setUTCFullYear(
    yearKnown ? Number(years) : leapYear,
    Number(months ?? 1) - 1,
    Number(days ?? 1),
  );
  const known: [DatePart, boolean][] = [
    ['year', yearKnown],
    ['month', months !== undefined],
    ['day', days !== undefined],
  ];
  return { date, parts: known.filter(([, isKnown]) => isKnown).map(([part]) => part) };
}

/** Making a format takes fifty times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  locale: string,
  parts: readonly DatePart[],
  month: 'short' | 'long',
): Intl.DateTimeFormat {
  const key = `${locale} ${month} ${parts.join(' ')}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(parts.includes('year') ? { year: 'numeric' } : {}),
    ...(parts.includes('month') ? { month } : {}),
    ...(parts.includes('day') ? { day: 'numeric' } : {}),
  });
  formats.set(key, format);
  return format;
}

/** Year, month, day: Intl writes their ranges with slashes, so the later date leaves out what it shares. */
const yearFirst = /^(?:ja|zh)\b/u;

/**
 * A first and a last CSL date in words without saying twice what they share: "11 – 15 May 2031",
 * and what both have in common where one is only a part of the other.
 */
export function formatDates(first: string, last: string, locale = 'en-GB'): string {
  const [from, to] = [readDate(first), readDate(last)];
  if (from === null || to === null || first === last) return formatIssued(first, 'long', locale);
  const [a, b] = [first.split('-'), last.split('-')];
  const different = a.findIndex((part, index) => part !== b[index]);
  const shared = different === -1 ? a.length : different;
  if (shared === Math.min(a.length, b.length)) {
    return formatIssued(a.slice(0, shared).join('-'), 'long', locale);
  }
  const format = (date: Date, parts: readonly DatePart[]) =>
    formatOf(locale, parts, 'long').format(date);
  if (yearFirst.test(locale)) {
    return `${format(from.date, from.parts)}～${format(to.date, to.parts.slice(shared))}`;
  }
  if (a.length !== b.length) {
    return `${format(from.date, from.parts)} – ${format(to.date, to.parts)}`;
  }
  return formatOf(locale, to.parts, 'long').formatRange(from.date, to.date);
}
