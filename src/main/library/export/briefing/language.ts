import { detectLanguage } from '../../../../shared/text/language.ts';

const count = (text: string, script: RegExp) => text.match(script)?.length ?? 0;

const otherScripts =
  /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Han}\p{sc=Arabic}\p{sc=Hebrew}]/u;

/**
 * BCP 47 tag of the language most of a text is written in, as far as its letters and commonest
 * words tell; null where they do not.
 */
export function languageOf(text: string): string | null {
  if (!otherScripts.test(text)) return detectLanguage(text)?.language ?? null;
  const letters = count(text, /\p{L}/gu);
  if (count(text, /[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > letters / 10) return 'ja';
  if (count(text, /\p{sc=Hangul}/gu) > letters / 3) return 'ko';
  if (count(text, /\p{sc=Han}/gu) > letters / 3) return 'zh';
  if (count(text, /\p{sc=Arabic}/gu) > letters / 3) return 'ar';
  if (count(text, /\p{sc=Hebrew}/gu) > letters / 3) return 'he';
  return detectLanguage(text)?.language ?? null;
}

/** True for words with East Asian letters. */
export const isEastAsian = (words: string): boolean =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(words);

/** True for words with letters that are never set in italics. */
export const staysUpright = (words: string): boolean =>
  isEastAsian(words) || /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(words);

const rtlLetter = String.raw`[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]`;
const startsRtl = new RegExp(`^[^\\p{L}]*${rtlLetter}`, 'u');
const hasRtl = new RegExp(rtlLetter, 'u');
const hasLtr = /\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}/u;
const leftToRightMark = '\u200E';
const rightToLeftMark = '\u200F';
const rtlStretch = new RegExp(
  `(${rtlLetter}(?:[^\\p{L}\\n${leftToRightMark}]*${rtlLetter}|\\p{M})*)`,
  'u',
);

/** True for words whose first letter is written from right to left. */
export const rightToLeft = (words: string): boolean => startsRtl.test(words);

/** True for a language written from right to left, of those that documents speak. */
export const isRtlLanguage = (language: string): boolean => /^(?:ar|he)(?:-|$)/u.test(language);

/**
 * Words to set among others in a line of `language`. Where they are written the other way, a
 * directional mark (UAX #9) ends them, so that the punctuation and figures behind them stay in the
 * direction of the line.
 */
export function contained(words: string, language: string): string {
  if (isRtlLanguage(language)) return hasLtr.test(words) ? words + rightToLeftMark : words;
  return hasRtl.test(words) ? words + leftToRightMark : words;
}

/** Words cut where the direction of their letters changes. */
export const byDirection = (words: string): { text: string; rtl: boolean }[] =>
  words
    .split(rtlStretch)
    .map((text, index) => ({ text, rtl: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
