import { character, classAt, type CharacterClass } from './characters.ts';
import { foldWord } from './fold-word.ts';

export type LetterCase = 'upper' | 'capital' | 'lower' | 'none';

/** A word of an alphabetic script, or one character of a script written without spaces. */
export interface NameWord {
  /** Taken back to what a dictionary has, by the language of its text. */
  readonly inflected?: boolean;
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  /** Where reading goes on: after a possessive ending. */
  readonly next: number;
  readonly folded: string;
  readonly letters: LetterCase;
  readonly script: CharacterClass;
}

const dotted = /(?:\p{Lu}\.){2,}/uy;
const spelled = /[\p{L}\p{M}\p{N}\u00ad]+(?:['’ʼ`][\p{L}\p{M}]+)*/uy;
const possessive = /['’ʼ]s$/iu;

/** How a word is written: `US`, `Us`, `us`, or in a script without case. */
export function letterCase(word: string): LetterCase {
  const [lower, upper] = [word.toLowerCase(), word.toUpperCase()];
  if (word === lower) return word === upper ? 'none' : 'lower';
  if (word === upper)
    return (word.match(/\p{Cased_Letter}/gu) ?? []).length > 1 ? 'upper' : 'capital';
  const [first = ''] = /\p{Cased_Letter}/u.exec(word) ?? [];
  return first === first.toLowerCase() ? 'lower' : 'capital';
}

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}

/** The alphabetic part of a run that goes on in a script without spaces. */
function beforeIdeographs(run: string): string {
  for (let index = 0; index < run.length; index += 1) {
    const script = classAt(run, index);
    if (script === character.ideograph || script === character.hangul) return run.slice(0, index);
  }
  return run;
}

const isAsciiLower = (unit: number) => unit >= 0x61 && unit <= 0x7a;
const isAsciiUpper = (unit: number) => unit >= 0x41 && unit <= 0x5a;

/**
 * The word at `offset` where it is of ASCII letters and digits alone, as most are, and nothing
 * beside them can belong to it; undefined for all others, which take longer to read.
 */
function plainWordAt(text: string, offset: number): NameWord | undefined {
  let [end, upper, lower] = [offset, 0, 0];
  let first = 0;
  for (; ; end += 1) {
    const unit = text.charCodeAt(end);
    if (isAsciiLower(unit)) lower += 1;
    else if (isAsciiUpper(unit)) upper += 1;
    else if (unit >= 0x30 && unit <= 0x39) continue;
    // A dot may be of "U.S.", an apostrophe of a possessive; beyond ASCII anything may follow.
    else if (
      unit >= 0x80 ||
      unit === 0x27 ||
      unit === 0x60 ||
      (unit === 0x2e && end === offset + 1)
    )
      return undefined;
    else break;
    if (first === 0) first = unit;
  }
  if (end === offset) return undefined;
  const [isLower, isMixed] = [isAsciiLower(first), lower > 0 || upper === 1];
  const spelt: LetterCase = isLower ? 'lower' : isMixed ? 'capital' : 'upper';
  return {
    start: offset,
    end,
    next: end,
    folded: text.slice(offset, end).toLowerCase(),
    letters: first === 0 ? 'none' : spelt,
    script: character.word,
  };
}

/** The word that starts at `offset`, which must be a word's first character. */
export function wordAt(text: string, offset: number): NameWord {
  const plain = plainWordAt(text, offset);
  if (plain !== undefined) return plain;
  const script = classAt(text, offset);
  if (script === character.ideograph || script === character.hangul) {
    const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const end = offset + char.length;
    return { start: offset, end, next: end, folded: foldWord(char), letters: 'none', script };
  }
  const acronym = matchAt(dotted, text, offset);
  if (acronym !== null && classAt(text, offset + acronym.length) === character.other) {
    const end = offset + acronym.length;
    return { start: offset, end, next: end, folded: foldWord(acronym), letters: 'upper', script };
  }
  const run = beforeIdeographs(matchAt(spelled, text, offset) ?? text.charAt(offset));
  const owner = run.length > 2 ? run.replace(possessive, '') : run;
  return {
    start: offset,
    end: offset + owner.length,
    next: offset + run.length,
    folded: foldWord(owner),
    letters: letterCase(owner),
    script,
  };
}

/** All words of a text, in order. */
export function nameWords(text: string): NameWord[] {
  const found: NameWord[] = [];
  let offset = 0;
  while (offset < text.length) {
    if (classAt(text, offset) === character.other) {
      offset += 1;
      continue;
    }
    const word = wordAt(text, offset);
    found.push(word);
    offset = word.next;
  }
  return found;
}
