import { safeUrl } from './safe-url.ts';
import { beginningOf, endingOf } from '../../../../shared/text/shorten.ts';

/** A dash would be read as a mark between the parts of a directive, so it is encoded as well. */
const encode = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

const longestWhole = 120;
const wordsAtEnds = 5;

/** The first, or last, words of a passage; characters where it is written without spaces. */
function end(words: readonly string[], from: 'start' | 'end'): string {
  const some = from === 'start' ? words.slice(0, wordsAtEnds) : words.slice(-wordsAtEnds);
  const text = some.join(' ');
  if (text.length <= longestWhole) return text;
  return from === 'start' ? beginningOf(text, 20) : endingOf(text, 20);
}

/**
 * The address of an article with a text fragment (WICG URL Fragment Text Directives), at which a
 * browser opens the page with the passage lit up. Null where the article has no safe address.
 */
export function deepLink(url: string | null, passage: string): string | null {
  const address = safeUrl(url);
  const words = passage.toWellFormed().trim().split(/\s+/u);
  const whole = words.join(' ');
  if (address === null || whole === '') return address;
  const text =
    whole.length <= longestWhole
      ? encode(whole)
      : `${encode(end(words, 'start'))},${encode(end(words, 'end'))}`;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${text}`;
}
