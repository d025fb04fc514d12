import type { Database } from '../../storage/database.ts';

/** So many articles are read at a time. */
const step = 16_384;
/** From so many changed articles on all are read again. */
const manyChanged = 5000;

/** How many articles there are, and how many terms one has on average. */
export interface Averages {
  readonly articles: number;
  readonly length: number;
}

/**
 * How many terms each article in the index has, and which writing of the index it comes from, in
 * memory: eight bytes an article. FTS5 looks both up for every match it ranks.
 */
export class ArticleLengths {
  readonly #db: Database;
  #terms = new Uint32Array(0);
  #origins = new Uint32Array(0);
  /** All articles up to here have been read; null where none has. */
  #known: number | null = null;
  readonly #changed = new Set<number>();
  /** Of all articles together. */
  #articles = 0;
  #sum = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads everything again when next asked. */
  forget(): void {
    this.#known = null;
    this.#changed.clear();
  }

  /** Reads these articles again when next asked. */
  changed(articles: readonly number[]): void {
    if (this.#known === null) return;
    if (this.#changed.size + articles.length > manyChanged) this.forget();
    else for (const article of articles) this.#changed.add(article);
  }

  /**
   * Reads the next articles that are not known; true where nothing is left to be read. Call it until
   * then before asking for the length of an article.
   */
  readSome(): boolean {
    if (this.#changed.size > 0) this.#readChanged();
    const newest =
      this.#db
        .prepare<{ seq: number | null }>('SELECT max(id) AS seq FROM article_fts_docsize')
        .get()?.seq ?? 0;
    this.#makeRoom(newest);
    if (this.#known === null) {
      this.#terms.fill(0);
      this.#origins.fill(0);
      this.#articles = this.#sum = 0;
    }
    const from = this.#known ?? 0;
    if (from < newest) {
      const until = Math.min(newest, from + step);
      this.#read('id > ? AND id <= ?', from, until);
      this.#known = until;
    } else this.#known = from;
    return this.#known >= newest;
  }

  /** Terms by `seq`; 0 for an article that the index does not have. */
  get terms(): Uint32Array {
    return this.#terms;
  }

  /** Writings by `seq`; 0 for an article that the index does not have. */
  get origins(): Uint32Array {
    return this.#origins;
  }

  /**
   * How many articles the index has, and how many terms one has on average. FTS5's own record goes
   * on counting what was deleted, so that an order by it would be another one after an undo.
   */
  get averages(): Averages {
    return {
      articles: this.#articles,
      length: this.#articles === 0 ? 0 : this.#sum / this.#articles,
    };
  }

  #readChanged(): void {
    const articles = [...this.#changed];
    this.#makeRoom(articles.reduce((most, article) => Math.max(most, article), 0));
    for (const article of articles) this.#set(article, 0, 0);
    this.#read('id IN (SELECT value FROM json_each(?))', JSON.stringify(articles));
    this.#changed.clear();
  }

  #makeRoom(newest: number): void {
    if (newest < this.#terms.length) return;
    const room = Math.max(newest + 1, Math.ceil(this.#terms.length * 1.5));
    const larger = (old: Uint32Array) => {
      const array = new Uint32Array(room);
      array.set(old);
      return array;
    };
    this.#terms = larger(this.#terms);
    this.#origins = larger(this.#origins);
  }

  /** One long row is read in a fifth of the time that many short ones take. */
  #read(where: string, ...params: readonly (number | string)[]): void {
    const row = this.#db
      .prepare<{ all: string | null }>(
        `SELECT group_concat(id || ' ' || origin || ' ' || hex(sz), ' ') AS "all"
         FROM article_fts_docsize WHERE ${where}`,
      )
      .get(...params);
    const words = (row?.all ?? '').split(' ');
    for (let at = 0; at + 2 < words.length; at += 3) {
      const article = Number(words[at]);
      this.#set(article, sumOfVarints(words[at + 2] ?? ''), Number(words[at + 1]));
    }
  }

  #set(article: number, terms: number, origin: number): void {
    const wasThere = (this.#origins[article] ?? 0) > 0;
    this.#articles += Number(origin > 0) - Number(wasThere);
    this.#sum += terms - (this.#terms[article] ?? 0);
    this.#terms[article] = terms;
    this.#origins[article] = origin;
  }
}

/** The sum of SQLite's integers in hexadecimal digits: the terms of every column. */
function sumOfVarints(hex: string): number {
  let sum = 0;
  let value = 0;
  for (let at = 0; at < hex.length; at += 2) {
    const byte = digit(hex, at) * 16 + digit(hex, at + 1);
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    sum += value;
    value = 0;
  }
  return sum;
}

/** SQLite writes `0` to `9` and `A` to `F`. */
function digit(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code < 0x40 ? code - 0x30 : code - 0x37;
}
