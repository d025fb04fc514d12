import { detectLanguage } from '../../import/metadata/language.ts';

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
const rtlStretch = new RegExp(`(${rtlLetter}(?:[^\\p{L}\\n]*${rtlLetter}|\\p{M})*)`, 'u');

/** True for words whose first letter is written from right to left. */
export const rightToLeft = (words: string): boolean => startsRtl.test(words);

/** Words cut where the direction of their letters changes. */
export const byDirection = (words: string): { text: string; rtl: boolean }[] =>
  words
    .split(rtlStretch)
    .map((text, index) => ({ text, rtl: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
