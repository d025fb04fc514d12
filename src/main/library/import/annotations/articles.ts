import type { Database } from '../../storage/database.ts';
import { addressesOf } from '../reimport/addresses.ts';
import { sha256 } from '../../storage/originals/original-name.ts';
import { textOf, type AnchoredText } from '../../articles/current-text.ts';
import { idOfIri } from '../../annotations/identity.ts';
import { searchable, type SearchableText } from './place.ts';

interface Known {
  readonly id: string;
  readonly url: string | null;
  readonly hash: string;
}

/** What an annotation says of its text, as far as it finds an article. */
export interface Sought {
  readonly sources: readonly string[];
  readonly hash: string | null;
}

export interface ArticleText extends AnchoredText {
  readonly hash: string;
  readonly searched: SearchableText;
}

/** Finds the articles an annotation may be on; texts are read once each. */
export class Articles {
  readonly #byKey = new Map<string, Known[]>();
  readonly #texts = new Map<string, ArticleText>();
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    const rows = db
      .prepare<Known>(
        `SELECT a.id, a.url, t.hash FROM articles a
         JOIN texts t ON t.article = a.seq AND t.version = a.version WHERE a.trashed IS NULL`,
      )
      .iterate();
    for (const row of rows) {
      const addresses = row.url === null ? [] : [row.url, ...addressesOf(row.url)];
      for (const key of new Set([row.id, `sha-256 ${row.hash}`, ...addresses])) {
        const known = this.#byKey.get(key);
        if (known === undefined) this.#byKey.set(key, [row]);
        else known.push(row);
      }
    }
  }

  /** Ids of the articles that may be meant, surest first: the same id, the same text, the same address. */
  find({ sources, hash }: Sought): string[] {
    const keys = [
      ...sources.map((source) => idOfIri(source) ?? source),
      ...(hash === null ? [] : [`sha-256 ${hash}`]),
      ...sources.flatMap(addressesOf),
    ];
    const found = keys.flatMap((key) => this.#byKey.get(key) ?? []);
    const sameText = found.filter((known) => known.hash === hash);
    return [...new Set([...sameText, ...found].map(({ id }) => id))];
  }

  text(id: string): ArticleText {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const article = textOf(this.#db, id);
    const text = { ...article, hash: sha256(article.text), searched: searchable(article.text) };
    this.#texts.set(id, text);
    return text;
  }
}
