const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;

/** "2025 Mar 14": the year alone would say less than is written. */
const monthFollows = /^\d{4}[\s-]+\p{L}/u;

/** True for a day that exists. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the given parts, or null where there is no such date. */
export function dateOf(year: number, month?: number, day?: number): string | null {
  if (year < 1000 || year > 2999) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  return isRealDate(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
}

/**
 * The date a machine-readable value names, in the place's own time: the day is taken as written
 * and never moved into another time zone. Null where it names none.
 */
export function isoDateIn(text: string): string | null {
  const match = compact.exec(text) ?? iso.exec(text);
  if (match !== null && !monthFollows.test(text)) {
    const [, year, month, day] = match;
    return dateOf(
      Number(year),
      month === undefined ? undefined : Number(month),
      day === undefined ? undefined : Number(day),
    );
  }
  const spelled =
    /(\d{1,2})[\s-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(\d{4})/i.exec(
      text,
    ) ?? null;
  if (spelled !== null) return dateOf(Number(spelled[3]), monthOf(spelled[2]), Number(spelled[1]));
  const yearFirst =
    /^(\d{4})[\s-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:[\s-]+(\d{1,2})(?!\d))?/i.exec(
      text,
    );
  if (yearFirst !== null) {
    const [, year, month, day] = yearFirst;
    return dateOf(Number(year), monthOf(month), day === undefined ? undefined : Number(day));
  }
  const american =
    /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(
      text,
    );
  return american === null
    ? null
    : dateOf(Number(american[3]), monthOf(american[1]), Number(american[2]));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (name: string | undefined): number =>
  months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
