import { stem } from './stem.ts';

/** Of a packed word: ten digits, 26 letters, and 0 for nothing. */
const packedBase = 37;

/** A folded word with what is known of it, made once however often it stands in the texts. */
export interface Term {
  readonly text: string;
  /** 32 bits with a sign, the same in every process: FNV-1a over UTF-16 units, spread. */
  readonly hash: number;
  /** Its English stem; the text itself where it has none. */
  readonly stem: string;
  /** The stem where it is another word. */
  readonly otherStem: string | null;
}

/** Finaliser of MurmurHash3 (A. Appleby, public domain): spreads 32 bits. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const hashBasis = 0x811c9dc5 | 0;

/** A term whose stem is looked for when it is asked for: not all who read words want stems. */
class KnownTerm implements Term {
  readonly text: string;
  readonly hash: number;
  #otherStem: string | null | undefined = undefined;

  constructor(text: string) {
    let hash = hashBasis;
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    this.text = text;
    this.hash = mix(hash) | 0;
  }

  get otherStem(): string | null {
    if (this.#otherStem === undefined) {
      const stemmed = stem(this.text);
      this.#otherStem = stemmed === this.text ? null : stemmed;
    }
    return this.#otherStem;
  }

  get stem(): string {
    return this.otherStem ?? this.text;
  }
}

/** What each ASCII letter, of either case, and digit counts in a packed word; 0 for all others. */
export const digitOf = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), packedBase - 1);
  return Number.isNaN(digit) ? 0 : digit + 1;
});

/** Whether a UTF-16 unit is an ASCII letter or digit; false for the NaN beyond the end of a text. */
export const isAsciiTermUnit = (code: number): boolean => code < 0x80 && digitOf[code] !== 0;

/** One more letter or digit of a packed word: six of them fill 32 bits. */
export const packed = (word: number, digit: number): number =>
  (Math.imul(word, packedBase) + digit) | 0;

/** The letters and digits that two packed words hold between them. */
export const longestPacked = 12;

/** Numbers of terms have 16 bits, and 0 is none. */
const capacity = 1 << 16;

/**
 * The ASCII words met so far, found by their letters packed into two numbers, which no other word
 * shares: a string for every word of every text, made only to be looked up, is most of the time an
 * index takes. Emptied when it is full.
 */
const table = {
  /** By hash: the term's number, 0 for none. */
  slots: new Uint16Array(capacity * 2),
  /** The two packed words of term `n` at `2 * n`. */
  words: new Int32Array(capacity * 2),
  terms: [new KnownTerm('')],
};

/**
 * The term of a range of at most 12 ASCII letters and digits; `head` are the first six of them
 * packed, `rest` the others.
 */
export function asciiTerm(
  text: string,
  start: number,
  end: number,
  head: number,
  rest: number,
): Term {
  const { slots, words } = table;
  const spread = Math.imul(head ^ Math.imul(rest, 0x9e3779b1), 0x85ebca6b);
  let slot = (spread ^ (spread >>> 15)) & (slots.length - 1);
  for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
    if (words[number * 2] === head && words[number * 2 + 1] === rest) {
      return table.terms[number] as Term;
    }
    slot = (slot + 1) & (slots.length - 1);
  }
  if (table.terms.length === capacity) {
    slots.fill(0);
    table.terms.length = 1;
    return asciiTerm(text, start, end, head, rest);
  }
  const term = new KnownTerm(text.slice(start, end).toLowerCase());
  const number = table.terms.push(term) - 1;
  slots[slot] = number;
  words[number * 2] = head;
  words[number * 2 + 1] = rest;
  return term;
}

const mostOthers = 1 << 15;
let others = new Map<string, Term>();

/** The term of a folded string of any script. */
export function termOf(folded: string): Term {
  let term = others.get(folded);
  if (term === undefined) {
    if (others.size >= mostOthers) others = new Map();
    term = new KnownTerm(folded);
    others.set(folded, term);
  }
  return term;
}
