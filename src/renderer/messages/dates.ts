const months = { short: 'short', long: 'long' } as const;

/**
 * A CSL date as people write it, no more precise than it is known: `2026-03` is "Mar 2026".
 * Null stays null: the caller says "n.d." in its own words.
 */
export function formatIssued(
  issued: string | null,
  length: 'short' | 'long' = 'short',
  locale = 'en-GB',
): string | null {
  if (issued === null) return null;
  const [year = 0, month, day] = issued.split('-').map(Number);
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  date.setUTCFullYear(year);
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) parts.month = months[length];
  if (day !== undefined) parts.day = 'numeric';
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
