import { characterEnd, classAt, inRanges, unit } from './classes.ts';

/** A folded text and the way back to the text it was made from. */
export interface Folded {
  readonly text: string;
  /** The range of the original (UTF-16, whole characters) that a folded range came from. */
  original(start: number, end: number): [start: number, end: number];
}

/** Letters that Unicode does not decompose but readers of English type without their mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

/** Typographic punctuation as a keyboard has it. */
const plainPunctuation: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2032': "'",
  '\u02BC': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u2033': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2043': '-',
};

/**
 * Accents, points and selectors that a search leaves out. Marks that make another letter
 * (kana sound marks, the vowel signs of Indic and Southeast Asian scripts) stay.
 */
const accents: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
];

const withoutAccents = (decomposed: string): string =>
  Array.from(decomposed)
    .filter((character) => !inRanges(accents, character.codePointAt(0) ?? 0))
    .join('');

const special = /[ßæœøłđðþħŧıς]/g;

/** One character (base with its marks) folded. */
function foldCharacter(character: string): string {
  const punctuation = plainPunctuation[character];
  if (punctuation !== undefined) return punctuation;
  return withoutAccents(character.normalize('NFKD'))
    .toLowerCase()
    .replace(special, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKC');
}

const cacheLimit = 20_000;
const cache = new Map<string, string>();

function folded(character: string): string {
  let result = cache.get(character);
  if (result === undefined) {
    result = foldCharacter(character);
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(character, result);
  }
  return result;
}

const ascii = /^[\0-\x7F]*$/;

/**
 * `text` with case, accents, width, half-width kana and typographic quotes and hyphens evened
 * out. Soft hyphens, joiners and direction marks disappear. Use `fold` where positions matter.
 */
export function foldString(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let out = '';
  for (let at = 0; at < text.length;) {
    const next = text.charCodeAt(at) < 0x80 ? asciiEnd(text, at) : characterEnd(text, at);
    out += foldPiece(text, at, next);
    at = next;
  }
  return out;
}

/** The end of the ASCII run from `at` whose last character no combining mark changes. */
function asciiEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) < 0x80) end++;
  if (end === text.length || classAt(text, end) !== unit.extend) return end;
  return end - 1 > at ? end - 1 : characterEnd(text, at);
}

function foldPiece(text: string, start: number, end: number): string {
  const piece = text.slice(start, end);
  if (ascii.test(piece)) return piece.toLowerCase();
  return classAt(text, start) === unit.ignored ? '' : folded(piece);
}

/** Positions of folded units in the original; kept only from the first character that moves. */
class OffsetMap {
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #length = 0;
  #used = false;

  /** `units` folded units came from `[start, end)`: a run unit by unit, one character as a whole. */
  add(units: number, start: number, end: number, run: boolean): void {
    if (run && !this.#used) {
      this.#length += units;
      return;
    }
    if (!this.#used) this.#begin(end);
    this.#reserve(this.#length + units);
    for (let i = 0; i < units; i++) {
      this.#starts[this.#length] = run ? start + i : start;
      this.#ends[this.#length++] = run ? start + i + 1 : end;
    }
  }

  range(start: number, end: number, originalLength: number): [number, number] {
    if (!this.#used) return [start, end];
    const from = start < this.#length ? (this.#starts[start] ?? 0) : originalLength;
    return end <= start ? [from, from] : [from, this.#ends[end - 1] ?? originalLength];
  }

  #begin(size: number): void {
    this.#used = true;
    this.#starts = new Int32Array(size * 2 + 64);
    this.#ends = new Int32Array(size * 2 + 64);
    for (let i = 0; i < this.#length; i++) {
      this.#starts[i] = i;
      this.#ends[i] = i + 1;
    }
  }

  #reserve(length: number): void {
    if (length <= this.#starts.length) return;
    const starts = new Int32Array(length * 2);
    const ends = new Int32Array(length * 2);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }
}

/**
 * Folds as `foldString` does and keeps the way back: `original(start, end)` of a range of the
 * folded text is the range of whole characters of `text` it came from.
 */
export function fold(text: string): Folded {
  if (ascii.test(text)) {
    return { text: text.toLowerCase(), original: (start, end) => [start, end] };
  }
  const map = new OffsetMap();
  let out = '';
  for (let at = 0; at < text.length;) {
    const next = text.charCodeAt(at) < 0x80 ? asciiEnd(text, at) : characterEnd(text, at);
    const piece = foldPiece(text, at, next);
    const byUnit = piece.length === 1 || text.charCodeAt(next - 1) < 0x80;
    map.add(piece.length, at, next, byUnit && piece.length === next - at);
    out += piece;
    at = next;
  }
  return { text: out, original: (start, end) => map.range(start, end, text.length) };
}
