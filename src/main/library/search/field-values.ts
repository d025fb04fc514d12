import { holdsSequence, sequenceOfTerm } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import type { CslName } from '../../../shared/model/article.ts';
import type { Database } from '../storage/database.ts';

/** Values a field may have, each with the words it is found by. */
type Values<V> = readonly { readonly value: V; readonly terms: readonly (readonly string[])[] }[];

const termsOf = (text: string) => tokens(text).map(({ term }) => term);

/** The values of outlets, authors, tags and actors that a term names, kept until `forget`. */
export class FieldValues {
  readonly #db: Database;
  readonly #kept = new Map<string, Values<unknown>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads all values again when next asked. */
  forget(): void {
    this.#kept.clear();
  }

  outlets(term: Term): string[] {
    return this.#named(term, 'outlet', () =>
      this.#db
        .prepare<{ name: string }>(
          `SELECT DISTINCT container_title AS name FROM articles
           WHERE trashed IS NULL AND container_title IS NOT NULL`,
        )
        .all()
        .map(({ name }) => ({ value: name, terms: [termsOf(name)] })),
    );
  }

  /** Values of the `author` column, JSON as stored. */
  authors(term: Term): string[] {
    return this.#named(term, 'author', () =>
      this.#db
        .prepare<{ author: string }>(
          `SELECT DISTINCT author FROM articles WHERE trashed IS NULL AND author <> '[]'`,
        )
        .all()
        .map(({ author }) => ({
          value: author,
          terms: (JSON.parse(author) as CslName[]).map(({ given, family, literal }) =>
            termsOf([literal, given, family].filter((part) => part !== undefined).join(' ')),
          ),
        })),
    );
  }

  tags(term: Term): string[] {
    return this.#named(term, 'tag', () =>
      this.#db
        .prepare<{ tag: string }>('SELECT DISTINCT tag FROM annotation_tags')
        .all()
        .map(({ tag }) => ({ value: tag, terms: [termsOf(tag)] })),
    );
  }

  /** `seq` of the actors that have such a name, wherever the name counts. */
  actors(term: Term): number[] {
    return this.#named(term, 'actor', () =>
      this.#db
        .prepare<{ actor: number; name: string }>(
          `SELECT actor, name FROM actor_names WHERE scope <> 'never'
           UNION SELECT seq, name FROM actors`,
        )
        .all()
        .map(({ actor, name }) => ({ value: actor, terms: [termsOf(name)] })),
    );
  }

  #named<V>(term: Term, key: string, read: () => Values<V>): V[] {
    let values = this.#kept.get(key) as Values<V> | undefined;
    if (values === undefined) this.#kept.set(key, (values = read()));
    const { stem: _, ...exact } = sequenceOfTerm(term);
    const sequence = { ...exact, stem: null };
    const found = values.filter(({ terms }) => terms.some((name) => holdsSequence(name, sequence)));
    return [...new Set(found.map(({ value }) => value))];
  }
}
