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
  const [, years, months, days] = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(issued) ?? [];
  if (years === undefined) return issued;
  const yearKnown = years !== 'XXXX';
  if (!yearKnown && months === undefined) return issued;
  const date = new Date(0);
  date.setUTCFullYear(
    yearKnown ? Number(years) : leapYear,
    Number(months ?? 1) - 1,
    Number(days ?? 1),
  );
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (yearKnown) parts.year = 'numeric';
  if (months !== undefined) parts.month = length;
  if (days !== undefined) parts.day = 'numeric';
  return new Intl.DateTimeFormat(locale, parts).format(date);
}

/** A moment (ISO 8601) in the person's own time zone: "11 Mar, 18:40". */
export const formatMoment = (iso: string, locale = 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));

/** The name of a language tag: "Japanese" for `ja`. The tag itself where it names none. */
export function languageName(tag: string, locale = 'en'): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
