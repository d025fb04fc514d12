import type { Fingerprint } from './fingerprint.ts';

/** Bits of a sketch, a power of two: of some 600 shingles one in seven shares its bit. */
const bits = 4096;
const perSketch = bits / 32;
/** Sketches to a block of memory. */
const perBlock = 256;

/** What is known of a fingerprint besides its bits. */
interface Known {
  readonly folded: number;
  readonly words: number;
  readonly shingles: number;
  /** Where its bits lie. */
  readonly slot: number;
}

/**
 * Half a kilobyte of each fingerprint: a Bloom filter of one hash (Bloom 1970). It tells how much
 * two texts have in common at the most, so that most of those that share a band by a paragraph
 * need not be read back and compared word by word.
 */
export class Sketches {
  readonly #most: number;
  readonly #known = new Map<number, Known>();
  readonly #blocks: Uint32Array[] = [];

  /** `most`: how many are kept; the oldest go. */
  constructor(most: number) {
    this.#most = most;
  }

  keep(seq: number, { folded, words, shingles }: Fingerprint): void {
    const slot = this.#slotFor(seq);
    this.#known.set(seq, { folded, words, shingles: shingles.length, slot });
    const sketch = this.#bitsOf(slot).fill(0);
    for (let at = 0; at < shingles.length; at += 1) {
      const bit = (shingles[at] as number) & (bits - 1);
      sketch[bit >>> 5] = (sketch[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  /**
   * The most that an article's text can have in common with another, as a share of the shorter one,
   * 0 to 1; 1 also where the words may be the same, and where the article is not known.
   */
  mostInCommon(seq: number, { folded, words, shingles }: Fingerprint): number {
    const known = this.#known.get(seq);
    if (known === undefined) return 1;
    if (known.folded === folded && known.words === words) return 1;
    const least = Math.min(known.shingles, shingles.length);
    if (least === 0) return 0;
    const sketch = this.#bitsOf(known.slot);
    let shared = 0;
    for (let at = 0; at < shingles.length; at += 1) {
      const bit = (shingles[at] as number) & (bits - 1);
      shared += ((sketch[bit >>> 5] as number) >>> (bit & 31)) & 1;
    }
    return Math.min(1, shared / least);
  }

  clear(): void {
    this.#known.clear();
  }

  #bitsOf(slot: number): Uint32Array {
    const block = (this.#blocks[Math.floor(slot / perBlock)] ??= new Uint32Array(
      perBlock * perSketch,
    ));
    const start = (slot % perBlock) * perSketch;
    return block.subarray(start, start + perSketch);
  }

  /** The slot the article has, the next free one, or that of the oldest. */
  #slotFor(seq: number): number {
    const own = this.#known.get(seq);
    if (own !== undefined) return own.slot;
    if (this.#known.size < this.#most) return this.#known.size;
    for (const [oldest, { slot }] of this.#known) {
      this.#known.delete(oldest);
      return slot;
    }
    return 0;
  }
}
