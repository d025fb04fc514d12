import type { SearchSort } from '../../../shared/model/search.ts';
import type { Database } from '../storage/database.ts';
import type { Sql } from './condition.ts';

/** Weights of a hit in text, title, and their stems. */
const weighted = 'bm25(article_fts, 1, 3, 1, 3)';
/** What the newest article gains, as a share of its score; one half a year older gains half of it. */
const recencyShare = 0.5;
const halfAge = 182;

/** What a score is multiplied by where newer articles come first, for one so many days older than the newest. */
export const byAge = (days: number): number => 1 + (recencyShare * halfAge) / (halfAge + days);

/** The score of a match as SQL over `article_fts`. Scores are negative, the best is the least. */
export const scoreBy = (db: Database, sort: SearchSort): Sql =>
  sort === 'recency' ? newerFirst(db) : { sql: weighted, params: [] };

/** An article without a full year gains nothing. */
function newerFirst(db: Database): Sql {
  const newest = db
    .prepare<{ issued: string | null }>(
      `SELECT max(issued) AS issued FROM articles WHERE trashed IS NULL AND issued < 'X'`,
    )
    .get()?.issued;
  const day = (issued: string) => `julianday(substr(${issued} || '-07-01', 1, 10))`;
  const age = `(SELECT abs(${day('?')} - ${day('issued')}) FROM articles
    WHERE seq = article_fts.rowid AND issued < 'X')`;
  return {
    sql: `${weighted} * (1 + ${recencyShare} * coalesce(${halfAge} / (${halfAge} + ${age}), 0))`,
    params: [newest ?? ''],
  };
}
