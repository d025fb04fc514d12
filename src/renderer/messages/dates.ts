export { formatDates, formatIssued } from '../../shared/messages/dates.ts';

/**
 * A moment (ISO 8601) in the person's own time zone: "11 Mar, 18:40"; of another year than `now`:
 * "11 Mar 2025, 18:40".
 */
export function formatMoment(iso: string, locale = 'en-GB', now = new Date()): string {
  const moment = new Date(iso);
  return new Intl.DateTimeFormat(locale, {
    ...(moment.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

/** The name of a language tag: "Japanese" for `ja`. The tag itself where it names none. */
export function languageName(tag: string, locale = 'en'): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
