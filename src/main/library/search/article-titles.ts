import MiniSearch from 'minisearch';
import { tokens } from '../../../shared/text/tokens.ts';
import type { Database } from '../storage/database.ts';

interface TitleRow {
  readonly seq: number;
  readonly title: string;
}

/**
 * The words of all titles in memory, for prefixes too short to be looked for in the texts.
 * Built when first asked, then told which articles changed.
 */
export class ArticleTitles {
  readonly #db: Database;
  readonly #changed = new Set<number>();
  #index: MiniSearch<TitleRow> | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads the titles again when next asked. */
  forget(): void {
    this.#index = null;
    this.#changed.clear();
  }

  changed(articles: readonly number[]): void {
    if (this.#index !== null) for (const article of articles) this.#changed.add(article);
  }

  /** `seq` of the articles with a title word that starts with the folded `letters`. */
  startingWith(letters: string): number[] {
    return this.#fresh()
      .search(letters, { prefix: true })
      .map(({ id }) => id as number);
  }

  /** Titles with all of the words typed, the last one perhaps half typed; the best first. */
  like(typed: string, limit: number): string[] {
    if (tokens(typed).length === 0) return [];
    const read = this.#db.prepare<{ title: string }>('SELECT title FROM articles WHERE seq = ?');
    const last = (_term: string, index: number, all: string[]) => index === all.length - 1;
    const titles = this.#fresh()
      .search(typed, { prefix: last, combineWith: 'AND' })
      .slice(0, limit)
      .flatMap(({ id }) => read.get(id as number)?.title ?? []);
    return [...new Set(titles)];
  }

  #fresh(): MiniSearch<TitleRow> {
    if (this.#index === null) {
      this.#index = new MiniSearch<TitleRow>({
        idField: 'seq',
        fields: ['title'],
        tokenize: (text) => tokens(text).map(({ term }) => term),
        processTerm: (term) => term,
        autoVacuum: true,
      });
      this.#index.addAll(
        this.#db
          .prepare<TitleRow & Record<string, never>>(
            'SELECT seq, title FROM articles WHERE trashed IS NULL',
          )
          .all(),
      );
    }
    const read = this.#db.prepare<TitleRow>(
      'SELECT seq, title FROM articles WHERE seq = ? AND trashed IS NULL',
    );
    for (const seq of this.#changed) {
      if (this.#index.has(seq)) this.#index.discard(seq);
      const row = read.get(seq);
      if (row !== undefined) this.#index.add(row);
    }
    this.#changed.clear();
    return this.#index;
  }
}
