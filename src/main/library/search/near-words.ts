import SearchableMap from 'minisearch/SearchableMap';
import type { Database } from '../storage/database.ts';

/** Edits a near word may be away from the word asked for. */
const furthest = 2;
const mostExpansions = 20;
/** The vocabulary is read again when this share of the articles has changed since. */
const staleShare = 0.1;

const letters = /^\p{L}[\p{L}\p{M}]+$/u;

/** How many edits a near word may be away: short words become others too soon. */
export const allowedEdits = (word: string): number => (word.length < 5 ? 1 : furthest);

export const isNear = (word: string, other: string): boolean =>
  Math.abs(word.length - other.length) <= furthest &&
  editDistance(word, other) <= allowedEdits(word);

/** The words of the library's articles, to offer near ones for a word without a hit. */
export class NearWords {
  readonly #db: Database;
  #words: SearchableMap<number> | null = null;
  #articles = 0;
  #changed = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads the vocabulary again when next asked. */
  forget(): void {
    this.#words = null;
  }

  /** Tells how many articles have changed. */
  changed(articles: number): void {
    this.#changed += articles;
  }

  /**
   * Up to `limit` words of the library within two edits of the folded `word`, nearest first:
   * ranked by edit distance (a swap of neighbours is one edit), then by how many articles have
   * them, then by sharing the first letter.
   */
  near(word: string, limit = 5): string[] {
    if (word.length < 3 || !letters.test(word)) return [];
    const allowed = allowedEdits(word);
    const ranked: { term: string; cost: number }[] = [];
    for (const [term, [articles]] of this.#vocabulary().fuzzyGet(word, furthest)) {
      const edits = editDistance(word, term);
      if (edits === 0 || edits > allowed) continue;
      const sameStart = term[0] === word[0] ? 0.5 : 0;
      ranked.push({ term, cost: 3 * edits - Math.log10(articles) - sameStart });
    }
    ranked.sort((a, b) => a.cost - b.cost);
    return ranked.slice(0, limit).map(({ term }) => term);
  }

  /** The words `word~` stands for. */
  expansions(word: string): string[] {
    return this.near(word, mostExpansions);
  }

  #vocabulary(): SearchableMap<number> {
    if (this.#words === null || this.#changed > this.#articles * staleShare) {
      this.#words = new SearchableMap<number>();
      const rows = this.#db
        .prepare<{ term: string; doc: number }>(
          `SELECT term, sum(doc) AS doc FROM article_vocabulary
           WHERE col IN ('title', 'body') GROUP BY term`,
        )
        .iterate();
      for (const { term, doc } of rows) if (letters.test(term)) this.#words.set(term, doc);
      this.#articles =
        this.#db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
      this.#changed = 0;
    }
    return this.#words;
  }
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
