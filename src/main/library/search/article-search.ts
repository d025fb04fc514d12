import type { SearchSort } from '../../../shared/model/search.ts';
import type { Database } from '../storage/database.ts';
import { asSql, expressionOf, type Condition, type Sql } from './condition.ts';
import { hasPrefix } from './match.ts';

/** Above this number of matches only the newest are ranked; the rest follows by age. */
const rankedMatches = 5000;
/** Up to so many matches are counted without reading on. */
const fewMatches = 200;
/** Weights of a hit in text, title, and their stems. */
const score = 'bm25(article_fts, 1, 3, 1, 3)';
/** What the newest article gains, as a share of its score; one half a year older gains half of it. */
const recencyShare = 0.5;
const halfAge = 182;

export interface ArticlePage {
  readonly total: number;
  /** `seq` of the articles of the page, in order. */
  readonly articles: readonly number[];
  /** True where only the newest matches were ranked. */
  readonly bounded: boolean;
}

export interface PageRequest {
  readonly sort: SearchSort;
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

/** How many articles meet `condition`. */
export function countArticles(db: Database, condition: Condition): number {
  const { match } = condition;
  const { from, params } =
    match === undefined ? amongArticles(condition) : amongMatches({ ...condition, match });
  return db.prepare<{ n: number }>(`SELECT count(*) AS n ${from}`).get(...params)?.n ?? 0;
}

interface Extent {
  readonly total: number;
  /** Where the matches are too many to rank: the `seq` from which on the newest are ranked. */
  readonly oldest: number | null;
}

function extentOf(db: Database, expression: string, source: Source): Extent {
  return hasPrefix(expression) ? extentAtOnce(db, source) : extentInSteps(db, source);
}

/** Reads the index once, and keeps what it found: for expressions that are costly to begin with. */
function extentAtOnce(db: Database, { from, params }: Source): Extent {
  return (
    db
      .prepare<Extent>(
        `WITH found AS MATERIALIZED (SELECT article_fts.rowid AS seq ${from})
         SELECT count(*) AS total, iif(count(*) > ${rankedMatches},
           (SELECT seq FROM found ORDER BY seq DESC LIMIT 1 OFFSET ${rankedMatches - 1}), NULL
         ) AS oldest FROM found`,
      )
      .get(...params) ?? { total: 0, oldest: null }
  );
}

/** Few matches are counted by listing them; of many the index knows their number without that. */
function extentInSteps(db: Database, { from, params }: Source): Extent {
  const count = (rows: string) =>
    db.prepare<{ n: number }>(`SELECT count(*) AS n ${rows}`).get(...params)?.n ?? 0;
  const few = count(`FROM (SELECT article_fts.rowid ${from} LIMIT ${fewMatches + 1})`);
  if (few <= fewMatches) return { total: few, oldest: null };
  const total = count(from);
  if (total <= rankedMatches) return { total, oldest: null };
  const oldest = db
    .prepare<{ seq: number }>(
      `SELECT article_fts.rowid AS seq ${from}
       ORDER BY article_fts.rowid DESC LIMIT 1 OFFSET ${rankedMatches - 1}`,
    )
    .get(...params);
  return { total, oldest: oldest?.seq ?? null };
}

interface Source {
  readonly from: string;
  readonly params: Sql['params'];
}

function amongArticles(condition: Condition): Source {
  const { sql, params } = asSql(condition);
  return { from: `FROM articles WHERE trashed IS NULL AND (${sql})`, params };
}

/** CROSS JOIN keeps the order: the index first, then the fields of what it found. */
function amongMatches(condition: Condition & { match: string }): Source {
  const { where } = condition;
  return {
    from:
      where === undefined
        ? 'FROM article_fts WHERE article_fts MATCH ?'
        : `FROM article_fts CROSS JOIN articles ON articles.seq = article_fts.rowid
           WHERE article_fts MATCH ? AND (${where.sql})`,
    params: [expressionOf(condition), ...(where?.params ?? [])],
  };
}

function byDate(db: Database, condition: Condition, { offset, limit }: PageRequest): ArticlePage {
  const { from, params } = amongArticles(condition);
  const articles = db
    .prepare<{ seq: number }>(
      `SELECT seq ${from}
       ORDER BY issued IS NULL OR issued >= 'X', issued DESC, seq DESC LIMIT ? OFFSET ?`,
    )
    .all(...params, limit, offset)
    .map(({ seq }) => seq);
  return { total: countArticles(db, condition), articles, bounded: false };
}

function byRelevance(
  db: Database,
  condition: Condition & { match: string },
  { sort, offset, limit }: PageRequest,
): ArticlePage {
  const source = amongMatches(condition);
  const { from, params } = source;
  const { total, oldest } = extentOf(db, condition.match, source);
  if (total === 0) return { total, articles: [], bounded: false };
  const best = sort === 'recency' ? newerFirst(db) : { sql: score, params: [] };
  const rows = (tail: string, ...more: Sql['params']) =>
    db
      .prepare<{ seq: number }>(`SELECT article_fts.rowid AS seq ${from} ${tail}`)
      .all(...params, ...more)
      .map(({ seq }) => seq);
  if (oldest === null) {
    const articles = rows(
      `ORDER BY ${best.sql}, article_fts.rowid DESC LIMIT ? OFFSET ?`,
      ...best.params,
      limit,
      offset,
    );
    return { total, articles, bounded: false };
  }
  const ranked =
    offset >= rankedMatches
      ? []
      : rows(
          `AND article_fts.rowid >= ? ORDER BY ${best.sql}, article_fts.rowid DESC LIMIT ? OFFSET ?`,
          oldest,
          ...best.params,
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

/** Scores are negative, the best is the least. An article without a full year gains nothing. */
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
    sql: `${score} * (1 + ${recencyShare} * coalesce(${halfAge} / (${halfAge} + ${age}), 0))`,
    params: [newest ?? ''],
  };
}
