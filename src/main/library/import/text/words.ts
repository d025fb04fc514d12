const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’.\-][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * How many words a text has. Chinese characters and Japanese kana count one each, as those
 * languages are measured.
 */
export function countWords(text: string): number {
  let words = 0;
  unit.lastIndex = 0;
  while (unit.test(text)) words += 1;
  return words;
}
