/** What a character is to a reader of names. */
export const character = { other: 0, word: 1, ideograph: 2, hangul: 3 } as const;
export type CharacterClass = (typeof character)[keyof typeof character];

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]/u;
const hanguls = /\p{Script=Hangul}/u;
const words = /[\p{L}\p{M}\p{N}]/u;

function classify(char: string): CharacterClass {
  if (hanguls.test(char)) return character.hangul;
  if (ideographs.test(char)) return character.ideograph;
  return words.test(char) ? character.word : character.other;
}

const unknown = 255;
const classes = new Uint8Array(0x1_0000).fill(unknown);

/** The class of the character of `text` that starts at `offset`; `other` beyond its ends. */
export function classAt(text: string, offset: number): CharacterClass {
  const unit = text.charCodeAt(offset);
  if (Number.isNaN(unit)) return character.other;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const from = unit >= 0xdc00 ? offset - 1 : offset;
    return classify(String.fromCodePoint(text.codePointAt(Math.max(0, from)) ?? 0));
  }
  const known = classes[unit];
  if (known !== undefined && known !== unknown) return known as CharacterClass;
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}
