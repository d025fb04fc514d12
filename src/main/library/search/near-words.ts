import SearchableMap from 'minisearch/SearchableMap';
import type { Database } from '../storage/database.ts';
import { editDistance } from './edit-distance.ts';

/** Edits a near word may be away from the word asked for. */
const furthest = 2;
const mostExpansions = 20;
/** The vocabulary is read again when this share of the articles has changed since. */
const staleShare = 0.1;
/** So many words are read at a time while others wait for the thread. */
const step = 400;

const letters = /^\p{L}[\p{L}\p{M}]+$/u;

/** How many edits a near word may be away: short words become others too soon. */
export const allowedEdits = (word: string): number => (word.length < 5 ? 1 : furthest);

export const isNear = (word: string, other: string): boolean =>
  Math.abs(word.length - other.length) <= furthest &&
  editDistance(word, other) <= allowedEdits(word);

/**
 * A letter can be lost or swapped with its neighbour at each letter of a word; a wrong or needless
 * one can moreover be any of the alphabet. So where a word explains a slip in the first way, this
 * very slip is some ten times likelier, here as a decimal logarithm: the noisy channel of
 * Kernighan, Church and Gale (1990), without their counts of how often each letter is mistaken.
 */
const lostOrSwapped = 1;

/** Whether `word`, one edit away, is `meant` without a letter or with two neighbours swapped. */
function isLostOrSwapped(meant: string, word: string): boolean {
  if (meant.length !== word.length) return meant.length > word.length;
  return sorted(meant) === sorted(word);
}

const sorted = (word: string): string => Array.from(word).sort().join('');

type Words = SearchableMap<number>;

/** The words of the library's articles, to offer near ones for a word without a hit. */
export class NearWords {
  readonly #db: Database;
  #words: Words | null = null;
  /** Of words asked for since the vocabulary was read. */
  readonly #expansions = new Map<string, string[]>();
  #reading: Promise<void> | null = null;
  #articles = 0;
  #changed = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads the vocabulary again when next asked. */
  forget(): void {
    this.#words = null;
    this.#expansions.clear();
  }

  /** Tells how many articles have changed. */
  changed(articles: number): void {
    this.#changed += articles;
  }

  /**
   * Reads the vocabulary where that has not been done, in steps between which the thread answers
   * others. One that is a little old is used on while it is read again.
   */
  async ready(): Promise<void> {
    if (this.#words === null || this.#isOld) this.#reading ??= this.#readInSteps();
    if (this.#words === null) await this.#reading;
  }

  /**
   * Up to `limit` words of the library within two edits of the folded `word`, nearest first:
   * ranked by edit distance (a swap of neighbours is one edit) and by how likely they are what was
   * meant: by how many articles have them, by how the slip came about, and by the first letter.
   */
  near(word: string, limit = 5): string[] {
    if (word.length < 3 || !letters.test(word)) return [];
    const allowed = allowedEdits(word);
    const ranked: { term: string; cost: number }[] = [];
    for (const [term, [articles]] of this.#vocabulary().fuzzyGet(word, furthest)) {
      const edits = editDistance(word, term);
      if (edits === 0 || edits > allowed) continue;
      const sameStart = term[0] === word[0] ? 0.5 : 0;
      const slip = edits === 1 && isLostOrSwapped(term, word) ? lostOrSwapped : 0;
      ranked.push({ term, cost: 3 * edits - Math.log10(articles) - sameStart - slip });
    }
    ranked.sort((a, b) => a.cost - b.cost);
    return ranked.slice(0, limit).map(({ term }) => term);
  }

  /** The words `word~` stands for. */
  expansions(word: string): string[] {
    let known = this.#expansions.get(word);
    if (known === undefined) this.#expansions.set(word, (known = this.near(word, mostExpansions)));
    return known;
  }

  get #isOld(): boolean {
    return this.#changed > this.#articles * staleShare;
  }

  #vocabulary(): Words {
    if (this.#words !== null) return this.#words;
    const words: Words = new SearchableMap<number>();
    this.#noteArticles();
    for (let after: string | null = ''; after !== null;) after = this.#read(words, after);
    return (this.#words = words);
  }

  async #readInSteps(): Promise<void> {
    try {
      const words: Words = new SearchableMap<number>();
      this.#noteArticles();
      for (let after: string | null = ''; after !== null;) {
        after = this.#read(words, after);
        await new Promise((resolve) => setImmediate(resolve));
      }
      this.#words = words;
      this.#expansions.clear();
    } finally {
      this.#reading = null;
    }
  }

  /** Reads the next words; answers the last of them, null at the end. */
  #read(words: Words, after: string): string | null {
    const rows = this.#db
      .prepare<{ term: string; doc: number }>(
        `SELECT term, sum(doc) AS doc FROM article_vocabulary
         WHERE term > ? AND col IN ('title', 'body') GROUP BY term LIMIT ${step}`,
      )
      .all(after);
    for (const { term, doc } of rows) if (letters.test(term)) words.set(term, doc);
    return rows.length < step ? null : (rows.at(-1)?.term ?? null);
  }

  #noteArticles(): void {
    this.#articles =
      this.#db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
    this.#changed = 0;
    this.#expansions.clear();
  }
}
