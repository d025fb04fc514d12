import { visitTokens } from '../../../../shared/text/tokens.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';

/** What two texts are compared by. */
export interface Fingerprint {
  /** Equal where the texts are equal but for case, accents, white space and punctuation. */
  readonly folded: string;
  /** Hashes of three words in a row in the visible text, each once. */
  readonly shingles: ReadonlySet<number>;
  /** Keys of MinHash bands: texts that share one are worth comparing. */
  readonly bands: readonly number[];
}

const rows = 3;
export const bandCount = 32;
/** Shorter texts are too alike by chance: only identical ones are duplicates. */
const fewestShingles = 24;

/** Finaliser of MurmurHash3 (A. Appleby, public domain): spreads 32 bits. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const factors = Uint32Array.from({ length: bandCount * rows }, (_, index) => mix(index + 1) | 1);
const offsets = Uint32Array.from({ length: bandCount * rows }, (_, index) => mix(index + 10_007));

const termHashes = new Map<string, number>();
const cacheLimit = 100_000;

/** FNV-1a over UTF-16 units. */
function hashOf(term: string): number {
  const known = termHashes.get(term);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  }
  const mixed = mix(hash);
  if (termHashes.size >= cacheLimit) termHashes.clear();
  termHashes.set(term, mixed);
  return mixed;
}

/** The text with what its rules hide left out. */
function visibleText(text: string, hidden: readonly HiddenRange[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, by } of hidden) {
    if (by === 'offered' || end <= at) continue;
    if (start > at) out += text.slice(at, start);
    out += '\n';
    at = end;
  }
  return at === 0 ? text : out + text.slice(at);
}

/**
 * MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets",
 * ch. 3): 32 bands of 3 find pairs with half of their shingles in common in 98.6 %, and pairs with
 * a hundredth in 0.003 %.
 */
function bandsOf(shingles: ReadonlySet<number>): number[] {
  if (shingles.size < fewestShingles) return [];
  const minima = new Uint32Array(bandCount * rows).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < minima.length; index += 1) {
      const hash =
        (Math.imul(shingle, factors[index] as number) + (offsets[index] as number)) >>> 0;
      if (hash < (minima[index] as number)) minima[index] = hash;
    }
  }
  return Array.from({ length: bandCount }, (_, band) => {
    let hash = band;
    for (let row = 0; row < rows; row += 1) {
      hash = mix(Math.imul(hash, 31) ^ (minima[band * rows + row] as number));
    }
    return band * 2 ** 32 + hash;
  });
}

function shinglesOf(text: string): Set<number> {
  const shingles = new Set<number>();
  let first = 0;
  let second = 0;
  let count = 0;
  visitTokens(text, (term) => {
    const third = hashOf(term);
    count += 1;
    if (count > 2) shingles.add(mix(Math.imul(first, 31) ^ Math.imul(second, 17) ^ third));
    first = second;
    second = third;
  });
  return shingles;
}

function foldedHash(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x9747b28c;
  let count = 0;
  visitTokens(text, (term) => {
    const hash = hashOf(term);
    left = mix(Math.imul(left, 0x01000193) ^ hash);
    right = mix(Math.imul(right, 0x5bd1e995) + hash);
    count += 1;
  });
  return `${count.toString(36)}-${left.toString(36)}-${right.toString(36)}`;
}

/** The fingerprint of a text whose hidden ranges are in order. */
export function fingerprint(text: string, hidden: readonly HiddenRange[]): Fingerprint {
  const shingles = shinglesOf(visibleText(text, hidden));
  return { folded: foldedHash(text), shingles, bands: bandsOf(shingles) };
}

/** How much of the shorter text stands in the longer one, 0 to 1. */
export function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / small.size;
}

/** Texts at least this similar are near duplicates. */
export const nearThreshold = 0.6;
/** A text this much longer than another is about more than the other, though it quotes all of it. */
const mostLonger = 3;

/** The similarity of near duplicates, or null where they are none. */
export function nearness(a: Fingerprint, b: Fingerprint): number | null {
  if (a.bands.length === 0 || b.bands.length === 0) return null;
  const sizes = [a.shingles.size, b.shingles.size];
  if (Math.max(...sizes) > Math.min(...sizes) * mostLonger) return null;
  const value = similarity(a.shingles, b.shingles);
  return value >= nearThreshold ? Math.round(value * 1000) / 1000 : null;
}
