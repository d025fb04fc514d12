import type { Database } from '../storage/database.ts';
import { asSql, expressionOf, type Condition } from './condition.ts';

/** Above this number of matches only the newest are ranked; the rest follows by age. */
const rankedMatches = 5000;
/** Weights of a hit in title, text, and their stems. */
const score = 'bm25(article_fts, 3, 1, 3, 1)';

export interface ArticlePage {
  readonly total: number;
  /** `seq` of the articles of the page, in order. */
  readonly articles: readonly number[];
  /** True where only the newest matches were ranked. */
  readonly bounded: boolean;
}

export interface PageRequest {
  readonly sort: 'relevance' | 'date';
  readonly offset: number;
  readonly limit: number;
}

/** One page of the articles that meet `condition`, and how many there are. */
export function findArticles(db: Database, condition: Condition, page: PageRequest): ArticlePage {
  const { match } = condition;
  return match === undefined || page.sort === 'date'
    ? byDate(db, condition, page)
    : byRelevance(db, { ...condition, match }, page);
}

function byDate(db: Database, condition: Condition, { offset, limit }: PageRequest): ArticlePage {
  const { sql, params } = asSql(condition);
  const from = `FROM articles WHERE trashed IS NULL AND (${sql})`;
  const total = db.prepare<{ n: number }>(`SELECT count(*) AS n ${from}`).get(...params)?.n ?? 0;
  const articles = db
    .prepare<{ seq: number }>(
      `SELECT seq ${from} ORDER BY issued IS NULL, issued DESC, seq DESC LIMIT ? OFFSET ?`,
    )
    .all(...params, limit, offset)
    .map(({ seq }) => seq);
  return { total, articles, bounded: false };
}

function byRelevance(
  db: Database,
  condition: Condition & { match: string },
  { offset, limit }: PageRequest,
): ArticlePage {
  const { where } = condition;
  // CROSS JOIN keeps the order: the index first, then the fields of what it found.
  const from =
    where === undefined
      ? 'FROM article_fts WHERE article_fts MATCH ?'
      : `FROM article_fts CROSS JOIN articles ON articles.seq = article_fts.rowid
         WHERE article_fts MATCH ? AND (${where.sql})`;
  const params = [expressionOf(condition), ...(where?.params ?? [])];
  const total = db.prepare<{ n: number }>(`SELECT count(*) AS n ${from}`).get(...params)?.n ?? 0;
  const rows = (tail: string, ...more: number[]) =>
    db
      .prepare<{ seq: number }>(`SELECT article_fts.rowid AS seq ${from} ${tail}`)
      .all(...params, ...more)
      .map(({ seq }) => seq);
  if (total <= rankedMatches) {
    const articles = rows(
      `ORDER BY ${score}, article_fts.rowid DESC LIMIT ? OFFSET ?`,
      limit,
      offset,
    );
    return { total, articles, bounded: false };
  }
  const [oldest = 0] = rows('ORDER BY article_fts.rowid DESC LIMIT 1 OFFSET ?', rankedMatches - 1);
  const ranked =
    offset >= rankedMatches
      ? []
      : rows(
          `AND article_fts.rowid >= ? ORDER BY ${score}, article_fts.rowid DESC LIMIT ? OFFSET ?`,
          oldest,
          limit,
          offset,
        );
  const missing = limit - ranked.length;
  const rest =
    missing === 0
      ? []
      : rows(
          'AND article_fts.rowid < ? ORDER BY article_fts.rowid DESC LIMIT ? OFFSET ?',
          oldest,
          missing,
          Math.max(0, offset - rankedMatches),
        );
  return { total, articles: [...ranked, ...rest], bounded: true };
}
