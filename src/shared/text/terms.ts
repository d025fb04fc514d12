import { stem } from './stem.ts';

/** A folded word with what is known of it, made once however often it stands in the texts. */
export interface Term {
  readonly text: string;
  /** 32 bits with a sign, the same in every process: FNV-1a over UTF-16 units, spread. */
  readonly hash: number;
  /** Its English stem; the text itself where it has none. */
  readonly stem: string;
}

export const hashBasis = 0x811c9dc5 | 0;

/** One step of FNV-1a. */
export const hashUnit = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Finaliser of MurmurHash3 (A. Appleby, public domain): spreads 32 bits. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function makeTerm(text: string): Term {
  let hash = hashBasis;
  for (let at = 0; at < text.length; at += 1) hash = hashUnit(hash, text.charCodeAt(at));
  return { text, hash: mix(hash) | 0, stem: stem(text) };
}

const capacity = 1 << 15;
const longest = 64;
const caseBit = 0x20;

/**
 * The ASCII words met so far, found by their units: a string for every word of every text, made
 * only to be looked up, is most of the time an index takes. Emptied when it is full.
 */
const table = {
  /** By hash: the term's number, 0 for none. */
  slots: new Uint16Array(capacity * 2),
  hashes: new Int32Array(capacity),
  /** The units of term `n` from `n * longest`; only what is used takes memory. */
  units: new Uint8Array(capacity * longest),
  terms: [makeTerm('')],
};

function isTerm(number: number, text: string, start: number, length: number): boolean {
  const { units } = table;
  const first = number * longest;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(start + at);
    if (units[first + at] !== (code < 0x40 ? code : code | caseBit)) return false;
  }
  return length === longest || units[first + length] === 0;
}

/**
 * The term of a range of ASCII letters and digits, at most 64, whose `hash` is that of its units
 * in lower case.
 */
export function asciiTerm(text: string, start: number, end: number, hash: number): Term {
  const { slots, hashes, units } = table;
  const length = end - start;
  let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
  for (let number = slots[slot] as number; number !== 0; number = slots[slot] as number) {
    if (hashes[number] === hash && isTerm(number, text, start, length)) {
      return table.terms[number] as Term;
    }
    slot = (slot + 1) & (slots.length - 1);
  }
  if (table.terms.length === capacity) {
    slots.fill(0);
    table.terms.length = 1;
    return asciiTerm(text, start, end, hash);
  }
  const term = makeTerm(text.slice(start, end).toLowerCase());
  const number = table.terms.push(term) - 1;
  slots[slot] = number;
  hashes[number] = hash;
  units.fill(0, number * longest, (number + 1) * longest);
  for (let at = 0; at < length; at += 1) units[number * longest + at] = term.text.charCodeAt(at);
  return term;
}

let others = new Map<string, Term>();

/** The term of a folded string of any script. */
export function termOf(folded: string): Term {
  let term = others.get(folded);
  if (term === undefined) {
    if (others.size >= capacity) others = new Map();
    term = makeTerm(folded);
    others.set(folded, term);
  }
  return term;
}
