/** Places in ascending order that are taken one by one; each call takes about the time of a binary search. */
export class FreePlaces {
  readonly #places: number[] = [];
  /** For each place the next one that may be free: itself while it is. */
  readonly #next: number[] = [];

  /** Adds a place behind all others. */
  add(place: number): void {
    this.#next.push(this.#places.length);
    this.#places.push(place);
  }

  /** The first free place in `[from, to)`. */
  first(from: number, to: number): number | undefined {
    const place = this.#places[this.#freeFrom(this.#indexFrom(from))];
    return place !== undefined && place < to ? place : undefined;
  }

  take(place: number): void {
    const index = this.#indexFrom(place);
    if (this.#places[index] === place) this.#next[index] = index + 1;
  }

  #indexFrom(place: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first free one from an index on; the way to it is remembered for all on it. */
  #freeFrom(index: number): number {
    let free = index;
    while ((this.#next[free] ?? free) !== free) free = this.#next[free] ?? free;
    for (let at = index; at < free;) {
      const next = this.#next[at] ?? free;
      this.#next[at] = free;
      at = next;
    }
    return free;
  }
}
