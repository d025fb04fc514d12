export { formatIssued } from '../../shared/messages/dates.ts';

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
