import type { SearchSort } from '../../../shared/model/search.ts';
import type { Database } from '../storage/database.ts';
import { asSql, expressionOf, type Condition, type Sql } from './condition.ts';
import { hasPrefix, isOfWords } from './match.ts';
import { scoreBy } from './scores.ts';

/** Of more matches than this only the newest are ranked at a keystroke; the rest follows by age. */
export const rankedAtOnce = 5000;
/** So many are ranked where there is time, and of a prefix: finding them takes longer than that. */
export const mostRanked = 200_000;

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

/** A condition whose articles the index finds. */
export type MatchCondition = Condition & { readonly match: string };

/** Tables with their conditions, to be selected from. */
export interface Source {
  readonly from: string;
  readonly params: Sql['params'];
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
  const { from, params } = counted(condition);
  return db.prepare<{ n: number }>(`SELECT count(*) AS n ${from}`).get(...params)?.n ?? 0;
}

function counted(condition: Condition): Source {
  const { match, set } = condition;
  if (match !== undefined) return amongMatches({ ...condition, match });
  return set === undefined
    ? amongArticles(condition)
    : { from: `FROM (${set.sql})`, params: set.params };
}

/** A smaller share of all articles is rather looked up one by one than met in a walk through all. */
const fewShare = 1 / 8;

function areFew(db: Database, condition: Condition, total: number): boolean {
  if (condition.set === undefined) return false;
  const all = db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
  return total < all * fewShare;
}

/** A plus sign keeps SQLite from walking through an index that has `trashed`. */
function amongArticles(condition: Condition, few = false): Source {
  const { sql, params } = asSql(condition);
  return { from: `FROM articles WHERE ${few ? '+' : ''}trashed IS NULL AND (${sql})`, params };
}

/** CROSS JOIN keeps the order: the index first, then the fields of what it found. */
export function amongMatches(condition: MatchCondition): Source {
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
  const total = countArticles(db, condition);
  const { from, params } = amongArticles(condition, areFew(db, condition, total));
  const articles = db
    .prepare<{ seq: number }>(
      `SELECT seq ${from}
       ORDER BY issued IS NULL OR issued >= 'X', issued DESC, seq DESC LIMIT ? OFFSET ?`,
    )
    .all(...params, limit, offset)
    .map(({ seq }) => seq);
  return { total, articles, bounded: false };
}

/**
 * The best matches first: scored newest first, and no more of them than a keystroke can afford. A
 * match is counted in a fraction of the time it takes to score it, unless what finds it is most
 * of the work: then one pass of the index does both.
 */
function byRelevance(db: Database, condition: MatchCondition, page: PageRequest): ArticlePage {
  const isCheap = condition.where === undefined && isOfWords(condition.match);
  return isCheap ? countedFirst(db, condition, page) : inOnePass(db, condition, page);
}

function countedFirst(
  db: Database,
  condition: MatchCondition,
  { sort, offset, limit }: PageRequest,
): ArticlePage {
  const total = countArticles(db, condition);
  const source = amongMatches(condition);
  const score = scoreBy(db, sort);
  const articles = db
    .prepare<{ seq: number }>(
      `SELECT seq FROM (
         SELECT article_fts.rowid AS seq, ${score.sql} AS score ${source.from}
         ORDER BY article_fts.rowid DESC LIMIT ${rankedAtOnce})
       ORDER BY score, seq DESC LIMIT ? OFFSET ?`,
    )
    .all(...score.params, ...source.params, limit, offset)
    .map(({ seq }) => seq);
  const bounded = total > rankedAtOnce;
  const missing = { limit: limit - articles.length, offset: Math.max(0, offset - rankedAtOnce) };
  if (!bounded || missing.limit === 0) return { total, articles, bounded };
  const [oldest = 0] = olderThan(db, source, Number.MAX_SAFE_INTEGER, {
    limit: 1,
    offset: rankedAtOnce - 1,
  });
  return { total, articles: [...articles, ...olderThan(db, source, oldest, missing)], bounded };
}

function inOnePass(
  db: Database,
  condition: MatchCondition,
  { sort, offset, limit }: PageRequest,
): ArticlePage {
  const source = amongMatches(condition);
  const score = scoreBy(db, sort);
  const most = hasPrefix(condition.match) && sort === 'relevance' ? mostRanked : rankedAtOnce;
  const { ranked, oldest, page } = db
    .prepare<{ ranked: number; oldest: number | null; page: string }>(
      `WITH scored AS MATERIALIZED (
         SELECT article_fts.rowid AS seq, ${score.sql} AS score ${source.from}
         ORDER BY article_fts.rowid DESC LIMIT ${most})
       SELECT count(*) AS ranked, min(seq) AS oldest,
         (SELECT json_group_array(seq) FROM
           (SELECT seq FROM scored ORDER BY score, seq DESC LIMIT ? OFFSET ?)) AS page
       FROM scored`,
    )
    .get(...score.params, ...source.params, limit, offset) ?? { ranked: 0, oldest: 0, page: '[]' };
  const articles = JSON.parse(page) as number[];
  const total = ranked < most ? ranked : countArticles(db, condition);
  if (total === ranked) return { total, articles, bounded: false };
  const older = olderThan(db, source, oldest ?? 0, {
    limit: limit - articles.length,
    offset: Math.max(0, offset - ranked),
  });
  return { total, articles: [...articles, ...older], bounded: true };
}

/** Matches older than those that were ranked, by age. */
export function olderThan(
  db: Database,
  { from, params }: Source,
  oldest: number,
  { limit, offset }: Pick<PageRequest, 'limit' | 'offset'>,
): number[] {
  if (limit === 0) return [];
  return db
    .prepare<{ seq: number }>(
      `SELECT article_fts.rowid AS seq ${from} AND article_fts.rowid < ?
       ORDER BY article_fts.rowid DESC LIMIT ? OFFSET ?`,
    )
    .all(...params, oldest, limit, offset)
    .map(({ seq }) => seq);
}
