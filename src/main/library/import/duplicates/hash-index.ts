/** Many-to-many from 32-bit hashes to article numbers, in two typed arrays instead of objects. */
export class HashIndex {
  /** Per bucket the newest entry plus one; 0 is empty. */
  #buckets = new Uint32Array(1 << 12);
  /** Per entry: hash, article, the bucket's next entry plus one. */
  #entries = new Uint32Array(3 << 12);
  #count = 0;

  add(hash: number, article: number): void {
    if ((this.#count + 1) * 3 > this.#entries.length) this.#grow();
    const at = this.#count * 3;
    this.#entries[at] = hash;
    this.#entries[at + 1] = article;
    this.#count += 1;
    this.#link(at);
  }

  /** The articles under a hash, newest first. */
  get(hash: number): number[] {
    const found: number[] = [];
    this.visit(hash, (article) => found.push(article));
    return found;
  }

  /** Calls `found` for each of them, without a list of its own. */
  visit(hash: number, found: (article: number) => void): void {
    let entry = this.#buckets[hash & (this.#buckets.length - 1)] ?? 0;
    while (entry !== 0) {
      const at = (entry - 1) * 3;
      if (this.#entries[at] === hash) found(this.#entries[at + 1] ?? 0);
      entry = this.#entries[at + 2] ?? 0;
    }
  }

  #link(at: number): void {
    const bucket = (this.#entries[at] ?? 0) & (this.#buckets.length - 1);
    this.#entries[at + 2] = this.#buckets[bucket] ?? 0;
    this.#buckets[bucket] = at / 3 + 1;
  }

  #grow(): void {
    const entries = new Uint32Array(this.#entries.length * 2);
    entries.set(this.#entries);
    this.#entries = entries;
    this.#buckets = new Uint32Array(this.#buckets.length * 2);
    for (let at = 0; at < this.#count * 3; at += 3) this.#link(at);
  }
}
