import { tokens, visitTokens } from '../../../shared/text/tokens.ts';
import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';

/** Of a larger library the titles added last are looked through. */
const mostTitles = 100_000;
/** So many are read at a time while others wait for the thread. */
const step = 2000;
const ascii = /^[\0-\x7f]*$/;

interface Title {
  readonly seq: number;
  readonly title: string;
}

/**
 * The titles of the articles in memory (some ten megabytes at most), looked through for words
 * that begin with some letters: in the index of texts such a beginning may be most of all words.
 */
export class ArticleTitles {
  readonly #db: Database;
  /** By `seq`; null where they have not been read. */
  #titles: Map<number, string> | null = null;
  #reading: Promise<void> | null = null;
  readonly #changed = new Set<number>();
  #found = new Map<string, Uint32Array>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads all titles again when next asked. */
  forget(): void {
    this.#titles = null;
    this.#changed.clear();
    this.#found = new Map();
  }

  /** Reads these articles' titles again when next asked. */
  changed(articles: readonly number[]): void {
    for (const article of articles) this.#changed.add(article);
    this.#found = new Map();
  }

  /** Looks through the titles for these beginnings, reading them first, in steps between which others have the thread. */
  async ready(beginnings: readonly string[], pause: Pause): Promise<void> {
    if (beginnings.length === 0) return;
    if (this.#titles === null) {
      this.#reading ??= this.#readInSteps().finally(() => (this.#reading = null));
      await this.#reading;
    }
    for (const letters of beginnings) {
      const found = this.#found;
      if (found.has(letters)) continue;
      const search = this.#search(letters);
      let next = search.next();
      for (; next.done !== true; next = search.next()) await pause();
      // What has changed meanwhile has made another map.
      found.set(letters, next.value);
    }
  }

  /** `seq` of the articles with a title word that starts with the folded `letters`, ascending. */
  startingWith(letters: string): Uint32Array {
    let found = this.#found.get(letters);
    if (found === undefined) {
      const search = this.#search(letters);
      let next = search.next();
      while (next.done !== true) next = search.next();
      found = next.value;
      this.#found.set(letters, found);
    }
    return found;
  }

  /** Some titles at each step. */
  *#search(letters: string): Generator<void, Uint32Array> {
    const begins = beginsIn(letters);
    const seqs: number[] = [];
    let looked = 0;
    for (const [seq, title] of this.#fresh()) {
      if (begins(title)) seqs.push(seq);
      if (++looked % step === 0) yield;
    }
    return Uint32Array.from(seqs).sort();
  }

  #fresh(): ReadonlyMap<number, string> {
    if (this.#titles === null) {
      const titles = new Map<number, string>();
      for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
        before = this.#read(titles, before);
      }
      this.#titles = titles;
    }
    const read = this.#db.prepare<Title>(
      'SELECT seq, title FROM articles WHERE seq = ? AND trashed IS NULL',
    );
    for (const seq of this.#changed) {
      const row = read.get(seq);
      if (row === undefined) this.#titles.delete(seq);
      else this.#titles.set(seq, row.title);
    }
    this.#changed.clear();
    return this.#titles;
  }

  async #readInSteps(): Promise<void> {
    const titles = new Map<number, string>();
    for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
      before = this.#read(titles, before);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#titles = titles;
  }

  /** Reads the next older titles; answers the `seq` of the last of them, null at the end. */
  #read(titles: Map<number, string>, before: number): number | null {
    const rows = this.#db
      .prepare<Title>(
        // The plus sign keeps SQLite from reading them all by an index of `trashed`, and sorting them.
        `SELECT seq, title FROM articles WHERE +trashed IS NULL AND seq < ?
         ORDER BY seq DESC LIMIT ${step}`,
      )
      .all(before);
    for (const { seq, title } of rows) titles.set(seq, title);
    return rows.length < step || titles.size >= mostTitles ? null : (rows.at(-1)?.seq ?? null);
  }
}

/** Whether a title has a word that starts so; titles beyond ASCII are read token by token. */
function beginsIn(letters: string): (title: string) => boolean {
  const [term = ''] = tokens(letters).map((token) => token.term);
  const pattern = /^[0-9a-z]+$/.test(term) ? new RegExp(`(?<![0-9a-z])${term}`, 'i') : null;
  return (title) => {
    if (ascii.test(title)) return pattern?.test(title) ?? false;
    let begins = false;
    visitTokens(title, (word) => (begins = word.startsWith(term)));
    return begins;
  };
}
