const bits = 1 << 18;
const [seed, prime] = [0x811c9dc5, 0x01000193];

export const isAsciiLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, prime);

/**
 * A set of folded words that tells most others apart while it reads over them, making nothing: one
 * bit for each value of a hash (FNV-1a) of their letters.
 */
export class PlainWords {
  readonly #seen = new Uint8Array(bits / 8);

  add(folded: string): void {
    let hash = seed;
    for (let at = 0; at < folded.length; at += 1) hash = mixed(hash, folded.charCodeAt(at));
    const place = slot(hash);
    this.#seen[place] = (this.#seen[place] ?? 0) | (1 << (hash & 7));
  }

  /**
   * Where reading goes on after what stands at `offset`, an ASCII character, when that is no word or
   * a word of ASCII letters and digits that is not in the set; `offset` itself when the word may be
   * in the set or has to be looked at closely.
   */
  endOfOther(text: string, offset: number): number {
    let hash = seed;
    let end = offset;
    for (; ; end += 1) {
      const unit = text.charCodeAt(end);
      if (isAsciiLetter(unit)) hash = mixed(hash, unit | 0x20);
      else if (isDigit(unit)) hash = mixed(hash, unit);
      else if (end === offset) return end + 1;
      // A dot may be of "U.S.", an apostrophe of a possessive; beyond ASCII anything may follow.
      else if (unit >= 0x80 || unit === 0x27 || unit === 0x60) return offset;
      else if (unit === 0x2e && end === offset + 1) return offset;
      else break;
    }
    return ((this.#seen[slot(hash)] ?? 0) & (1 << (hash & 7))) === 0 ? end : offset;
  }
}

const slot = (hash: number): number => ((hash >>> 3) ^ (hash >>> 18)) & (bits / 8 - 1);
