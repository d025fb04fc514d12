const months = { short: 'short', long: 'long' } as const;

/**
 * A CSL date as people write it, no more precise than it is known: `2026-03` is "Mar 2026".
 * An EDTF year that is not known is left out: `XXXX-11-04` is "4 Nov". What is no date stays as
 * it is. Null stays null: the caller says "n.d." in its own words.
 */
export function formatIssued(
  issued: string | null,
  length: 'short' | 'long' = 'short',
  locale = 'en-GB',
): string | null {
  if (issued === null) return null;
  const found = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(issued);
  if (found === null) return issued;
  const [, year = '', month, day] = found;
  const known = year !== 'XXXX';
  // A leap year, so that 29 February of an unknown year is a day.
  const date = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)));
  date.setUTCFullYear(known ? Number(year) : 2000);
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (known) parts.year = 'numeric';
  if (month !== undefined) parts.month = months[length];
  if (day !== undefined) parts.day = 'numeric';
  return known || month !== undefined
    ? new Intl.DateTimeFormat(locale, parts).format(date)
    : issued;
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
