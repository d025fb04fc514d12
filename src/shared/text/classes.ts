/** What one UTF-16 unit (or code point) is to the tokenizer. */
export const unit = {
  /** Not looked at yet. */
  unknown: 0,
  /** Between tokens: spaces, punctuation, symbols, NUL, lone surrogates. */
  separator: 1,
  /** ASCII letter or digit that folds to itself. */
  plain: 2,
  /** ASCII capital. */
  capital: 3,
  /** A letter or digit of a spaced script that has to be folded. */
  letter: 4,
  /** A character of a script written without spaces: CJK, Thai, Lao, Khmer, Myanmar. */
  unspaced: 5,
  /** Belongs to the character before it: combining marks, sound marks, vowel and final jamo. */
  extend: 6,
  /** Invisible inside a word: soft hyphen, joiners, direction marks. */
  ignored: 7,
  /** Half of a pair: look at the code point. */
  surrogate: 8,
} as const;
export type UnitClass = (typeof unit)[keyof typeof unit];

/** True where one of the closed `[first, last]` ranges holds `codePoint`. */
export const inRanges = (
  ranges: readonly (readonly [number, number])[],
  codePoint: number,
): boolean => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

const ignored: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x200c, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
];
const mark = /^\p{M}$/u;
const letterOrNumber = /^[\p{L}\p{N}]$/u;
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30FC\uFF70々〆〇]$/u;
const searchable = /^[\p{L}\p{N}\p{M}]+$/u;

/** Vowel and final jamo compose with the syllable before them; half-width sound marks with their kana. */
const composesBackwards = (codePoint: number): boolean =>
  (codePoint >= 0x1160 && codePoint <= 0x11ff) ||
  (codePoint >= 0xd7b0 && codePoint <= 0xd7ff) ||
  codePoint === 0xff9e ||
  codePoint === 0xff9f;

/** Squared units and words such as ㎏ and ㌔: symbols that people search by their letters. */
const isSquared = (codePoint: number): boolean => codePoint >= 0x3300 && codePoint <= 0x33ff;

/** Modifier letters that stand for an apostrophe separate as an apostrophe does. */
const isApostrophe = (codePoint: number): boolean => codePoint >= 0x02b9 && codePoint <= 0x02bc;

function classify(codePoint: number): UnitClass {
  const character = String.fromCodePoint(codePoint);
  if (codePoint < 0x80) {
    if (/[a-z0-9]/.test(character)) return unit.plain;
    return /[A-Z]/.test(character) ? unit.capital : unit.separator;
  }
  if (inRanges(ignored, codePoint)) return unit.ignored;
  if (composesBackwards(codePoint) || mark.test(character)) return unit.extend;
  if (isApostrophe(codePoint)) return unit.separator;
  if (!letterOrNumber.test(character) && !isSquared(codePoint)) return unit.separator;
  const folded = character.normalize('NFKC');
  if (!searchable.test(folded)) return unit.separator;
  const letters = Array.from(folded);
  if (letters.every((letter) => mark.test(letter) || unspaced.test(letter))) return unit.unspaced;
  return letters.some((letter) => unspaced.test(letter)) ? unit.separator : unit.letter;
}

const classes = new Uint8Array(0x10000);
const astral = new Map<number, UnitClass>();
for (let code = 0; code < 0x80; code++) classes[code] = classify(code);
classes.fill(unit.surrogate, 0xd800, 0xe000);

/** The class of the UTF-16 unit `code`; `unit.surrogate` for either half of a pair. */
function classOfUnit(code: number): UnitClass {
  const known = classes[code] as UnitClass;
  if (known !== unit.unknown) return known;
  return (classes[code] = classify(code));
}

/** The class of the code point at `index`; a lone surrogate separates. */
export function classAt(text: string, index: number): UnitClass {
  const known = classOfUnit(text.charCodeAt(index));
  if (known !== unit.surrogate) return known;
  const codePoint = text.codePointAt(index) ?? 0;
  if (codePoint < 0x10000) return unit.separator;
  let found = astral.get(codePoint);
  if (found === undefined) astral.set(codePoint, (found = classify(codePoint)));
  return found;
}

/** Where the character at `index` ends: after its second half and everything that belongs to it. */
export function characterEnd(text: string, index: number): number {
  let end = index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 0x80) return end;
    if (classAt(text, end) !== unit.extend) return end;
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return end;
}
