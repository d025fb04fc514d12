import type { TermPostings } from './term-postings.ts';

/** What is kept fills no more bytes than this. */
const most = 1 << 24;

/**
 * The articles of the words asked for lately: while a query is typed, the words before the cursor
 * are asked for again at every key. True only as long as the index is the same.
 */
export class RecentWords {
  /** The one asked for last stands last. */
  readonly #kept = new Map<string, TermPostings>();
  #bytes = 0;

  forget(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }

  /** Whether `term` is kept and some article has it. */
  has(term: string): boolean {
    return (this.#kept.get(term)?.articles.length ?? 0) > 0;
  }

  /** The postings of `term`, read where they are not kept. */
  get(term: string, read: () => TermPostings): TermPostings {
    const known = this.#kept.get(term);
    const postings = known ?? read();
    if (known !== undefined) this.#kept.delete(term);
    else this.#bytes += postings.byteLength;
    this.#kept.set(term, postings);
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#bytes <= most) break;
      this.#kept.delete(oldest);
      this.#bytes -= byteLength;
    }
    return postings;
  }
}
