import { mix, type Term } from '../../../../shared/text/terms.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import { visitText } from '../../search/visit-text.ts';
import { countOf, sharedBy, shingleSet, type ShingleSet } from './shingle-set.ts';

/** What two texts are compared by. */
export interface Fingerprint {
  /**
   * 32-bit hash of the words, but for case, accents, white space and punctuation; of all signs in a
   * text of signs alone.
   */
  readonly folded: number;
  /** Number of words: with `folded`, nearly never equal for other words. */
  readonly words: number;
  /** Hashes of three words in a row in the visible text. */
  readonly shingles: ShingleSet;
  /** Keys of MinHash bands, those of the beginning last: texts that share one are worth comparing. */
  readonly bands: readonly number[];
}

const rows = 3;
/** Of as many bins as 32 bands need, for which the hashes of libraries there are were made. */
const bins = 32 * rows;
const bandCount = 28;
/** Shorter texts are too alike by chance: only identical ones are duplicates. */
const fewestShingles = 24;

/** Bands of the beginning alone: a copy that is shortened hard keeps that and little else. */
const leadBandCount = 4;
const leadShingles = 128;

/** What `minima` answers, overwritten by the next call. */
const least = new Uint32Array(bins);

/**
 * The least hash of every bin: one permutation cut into bins, an empty bin taking the value of the
 * next full one (Li, Owen, Zhang 2012; Shrivastava, Li 2014). One step a shingle, where MinHash
 * with a function for each row takes a step for each shingle and row.
 */
function minima(shingles: Uint32Array): Uint32Array {
  least.fill(0xffffffff);
  for (let at = 0; at < shingles.length; at += 1) {
    const shingle = shingles[at] as number;
    const bin = shingle % bins;
    const value = mix(shingle);
    if (value < (least[bin] as number)) least[bin] = value;
  }
  for (let bin = 0; bin < bins; bin += 1) {
    for (let step = 1; least[bin] === 0xffffffff && step < bins; step += 1) {
      const next = least[(bin + step) % bins] as number;
      if (next !== 0xffffffff) least[bin] = mix(next + step);
    }
  }
  return least;
}

/** Adds the first `count` bands of some shingles, numbered from those there are. */
function addBands(bands: number[], shingles: Uint32Array, count: number): void {
  const values = minima(shingles);
  for (let band = 0; band < count; band += 1) {
    let hash = bands.length;
    for (let row = 0; row < rows; row += 1) {
      hash = mix(Math.imul(hash, 31) ^ (values[band * rows + row] as number));
    }
    bands.push(hash);
  }
}

/**
 * MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets",
 * ch. 3): 28 bands of 3 find pairs with half of their shingles in common in 97.6 %, and pairs with
 * a hundredth in 0.003 %. Those of the beginning come last.
 */
function bandsOf(shingles: Uint32Array): number[] {
  const bands: number[] = [];
  addBands(bands, shingles, bandCount);
  addBands(bands, shingles.subarray(0, leadShingles), leadBandCount);
  return bands;
}

/** Whether two texts begin alike. */
const sameLead = (a: Fingerprint, b: Fingerprint): boolean =>
  a.bands.slice(-leadBandCount).some((band, at) => b.bands.at(at - leadBandCount) === band);

/** A fingerprint without the bands it is found by: all that comparing needs. */
export const comparable = (print: Fingerprint): Fingerprint => ({
  ...print,
  bands: print.bands.slice(-leadBandCount),
});

/** What the hashes of a text are collected in, kept from one to the next; null while it is in use. */
let spare: Uint32Array | null = null;

const firstHash = 0x811c9dc5 | 0;

const addHash = (all: number, hash: number): number => mix(Math.imul(all, 0x01000193) ^ hash) | 0;

/** The hash of a text that has no words: without them any two such texts would be the same. */
function hashOfSigns(text: string): number {
  let hash = firstHash;
  for (let at = 0; at < text.length; at += 1) hash = addHash(hash, text.charCodeAt(at));
  return hash;
}

/**
 * Makes the fingerprint of a text from its terms, told in order. The hidden ranges are in order;
 * shingles are of what is visible.
 */
export class FingerprintMaker {
  readonly #text: string;
  readonly #gaps: readonly HiddenRange[];
  #hashes = spare ?? new Uint32Array(1024);
  #count = 0;
  #gap = 0;
  #gapStart: number;
  #words = 0;
  #folded = firstHash;
  #first = 0;
  #second = 0;
  #run = 0;

  constructor(text: string, hidden: readonly HiddenRange[]) {
    this.#text = text;
    spare = null;
    this.#gaps = hidden.filter(({ by }) => by !== 'offered');
    this.#gapStart = this.#gaps[0]?.start ?? Infinity;
  }

  add({ hash }: Term, start: number): void {
    this.#folded = addHash(this.#folded, hash);
    this.#words += 1;
    if (start >= this.#gapStart && this.#isHidden(start)) return;
    this.#run += 1;
    if (this.#run > 2) {
      this.#keep(mix(Math.imul(this.#first, 31) ^ Math.imul(this.#second, 17) ^ hash));
    }
    this.#first = this.#second;
    this.#second = hash;
  }

  #keep(shingle: number): void {
    if (this.#count === this.#hashes.length) {
      const more = new Uint32Array(this.#count * 2);
      more.set(this.#hashes);
      this.#hashes = more;
    }
    this.#hashes[this.#count] = shingle;
    this.#count += 1;
  }

  #isHidden(start: number): boolean {
    while ((this.#gaps[this.#gap]?.end ?? Infinity) <= start) this.#gap += 1;
    this.#gapStart = this.#gaps[this.#gap]?.start ?? Infinity;
    return start >= this.#gapStart;
  }

  made(): Fingerprint {
    const hashes = this.#hashes.subarray(0, this.#count);
    const shingles = shingleSet(hashes);
    const bands = countOf(shingles) < fewestShingles ? [] : bandsOf(hashes);
    spare = this.#hashes;
    const folded = this.#words === 0 ? hashOfSigns(this.#text) : this.#folded;
    return { folded: folded >>> 0, words: this.#words, shingles, bands };
  }
}

/** The fingerprint of a text whose hidden ranges are in order. */
export function fingerprint(text: string, hidden: readonly HiddenRange[]): Fingerprint {
  const maker = new FingerprintMaker(text, hidden);
  visitText(text, (term, start) => maker.add(term, start));
  return maker.made();
}

/** True for texts that are equal but for case, accents, white space and punctuation. */
export const sameWords = (a: Fingerprint, b: Fingerprint): boolean =>
  a.folded === b.folded && a.words === b.words && a.shingles.length === b.shingles.length;

/** How much of the shorter text stands in the longer one, 0 to 1. */
export function similarity(a: ShingleSet, b: ShingleSet): number {
  const least = Math.min(countOf(a), countOf(b));
  return least === 0 ? 0 : sharedBy(a, b) / least;
}

/** A text this much longer than another is about more than the other, though it quotes all of it. */
const mostLonger = 3;
/** So much where the longer one begins as the shorter one does, and holds nearly all of it. */
const mostShortened = 8;
const leastKept = 0.8;

/** A similarity as it is kept and shown. */
export const rounded = (similarity: number): number => Math.round(similarity * 1000) / 1000;

/** The similarity of near duplicates, or null where it is under `threshold`. */
export function nearness(a: Fingerprint, b: Fingerprint, threshold: number): number | null {
  if (a.bands.length === 0 || b.bands.length === 0) return null;
  const sizes = [countOf(a.shingles), countOf(b.shingles)];
  const longer = Math.max(...sizes) / Math.min(...sizes);
  const isShortened = longer > mostLonger;
  if (isShortened && (longer > mostShortened || !sameLead(a, b))) return null;
  const value = similarity(a.shingles, b.shingles);
  const least = isShortened ? Math.max(threshold, leastKept) : threshold;
  return value >= least ? rounded(value) : null;
}
