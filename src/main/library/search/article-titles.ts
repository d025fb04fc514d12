import { tokens, visitTokens } from '../../../shared/text/tokens.ts';
import type { Database } from '../storage/database.ts';

/** Of a larger library the titles added last are looked through. */
const mostTitles = 100_000;
const ascii = /^[\0-\x7f]*$/;

/**
 * Looks through all titles for words that begin with one or two letters: in the index of texts
 * such beginnings are most of its words. What was found is kept until an article changes.
 */
export class ArticleTitles {
  readonly #db: Database;
  readonly #found = new Map<string, readonly number[]>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Looks again when next asked. */
  forget(): void {
    this.#found.clear();
  }

  /** `seq` of the articles with a title word that starts with the folded `letters`, newest first. */
  startingWith(letters: string): readonly number[] {
    let found = this.#found.get(letters);
    if (found === undefined) {
      const begins = beginsIn(letters);
      found = this.#db
        .prepare<{ seq: number; title: string }>(
          'SELECT seq, title FROM articles WHERE trashed IS NULL ORDER BY seq DESC LIMIT ?',
        )
        .all(mostTitles)
        .filter(({ title }) => begins(title))
        .map(({ seq }) => seq);
      this.#found.set(letters, found);
    }
    return found;
  }
}

/** Whether a title has a word that starts so; titles beyond ASCII are read token by token. */
function beginsIn(letters: string): (title: string) => boolean {
  const [term = ''] = tokens(letters).map((token) => token.term);
  const pattern = new RegExp(`(?<![0-9a-z])${term}`, 'i');
  return (title) => {
    if (ascii.test(title)) return pattern.test(title);
    let begins = false;
    visitTokens(title, (word) => (begins = word.startsWith(term)));
    return begins;
  };
}
