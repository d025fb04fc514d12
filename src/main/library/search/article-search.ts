import type { SearchSort } from '../../../shared/model/search.ts';
import type { Database } from '../storage/database.ts';
import { asSql, expressionOf, restAsSql, type Condition, type Sql } from './condition.ts';
import { pagesOfWord } from './index-pages.ts';
import { hasPrefix, isOfWords, requiredWords, type Match } from './match.ts';
import { scoreBy } from './scores.ts';

/** Of more matches than this only the newest are ranked at a keystroke; the rest follows by age. */
export const rankedAtOnce = 5000;
/** So many are ranked where there is time, and of a prefix: finding them takes longer than that. */
export const mostRanked = 200_000;
/** A word that fills no more pages of the index hardly has more matches than are ranked at once. */
const fewPages = 8;

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
export type MatchCondition = Condition & { readonly match: Match };

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

/** `seq` of all articles that meet `condition`. */
export function allArticles(db: Database, condition: Condition): Uint32Array {
  const { from, params } = amongArticles(condition);
  const { seqs } = db
    .prepare<{ seqs: string }>(`SELECT json_group_array(seq) AS seqs ${from}`)
    .get(...params) ?? { seqs: '[]' };
  return Uint32Array.from(JSON.parse(seqs) as number[]);
}

function counted(condition: Condition): Source {
  const { match } = condition;
  return match === undefined ? amongArticles(condition) : amongMatches({ ...condition, match });
}

/** A smaller share of all articles is rather looked up one by one than met in a walk through all. */
const fewShare = 1 / 8;

function areFew(db: Database, { only }: Condition): boolean {
  if (only === undefined) return false;
  const all = db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
  return only.length < all * fewShare;
}

/** A plus sign keeps SQLite from walking through an index that has `trashed`. */
function amongArticles(condition: Condition, few = false): Source {
  const { sql, params } = asSql(condition);
  return { from: `FROM articles WHERE ${few ? '+' : ''}trashed IS NULL AND (${sql})`, params };
}

/** CROSS JOIN keeps the order: the index first, then the fields of what it found. */
export function amongMatches(condition: MatchCondition): Source {
  const where = restAsSql(condition);
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
  const { from, params } = amongArticles(condition, areFew(db, condition));
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
 * word's matches are counted in a fraction of the time it takes to score them; where finding them
 * is most of the work, one pass of the index does both.
 */
function byRelevance(db: Database, condition: MatchCondition, page: PageRequest): ArticlePage {
  const { match } = condition;
  const words = requiredWords(match);
  const isQuicklyCounted = restAsSql(condition) === undefined && isOfWords(match);
  if (isQuicklyCounted && words.length < 2) return countedFirst(db, condition, page);
  const few = words.some((word) => pagesOfWord(db, word) <= fewPages)
    ? forwards(db, condition, page)
    : null;
  return few ?? (isQuicklyCounted ? countedFirst : backwards)(db, condition, page);
}

function countedFirst(
  db: Database,
  condition: MatchCondition,
  { sort, offset, limit }: PageRequest,
): ArticlePage {
  const total = countArticles(db, condition);
  const source = amongMatches(condition);
  const score = scoreBy(db, sort);
  const bounded = total > rankedAtOnce;
  // Read backwards only where the oldest are left out: FTS5 is faster forwards.
  const newest = bounded ? `ORDER BY article_fts.rowid DESC LIMIT ${rankedAtOnce}` : '';
  const articles = db
    .prepare<{ seq: number }>(
      `SELECT seq FROM (
         SELECT article_fts.rowid AS seq, ${score.sql} AS score ${source.from} ${newest})
       ORDER BY score, seq DESC LIMIT ? OFFSET ?`,
    )
    .all(...score.params, ...source.params, limit, offset)
    .map(({ seq }) => seq);
  const missing = { limit: limit - articles.length, offset: Math.max(0, offset - rankedAtOnce) };
  if (!bounded || missing.limit === 0) return { total, articles, bounded };
  const [oldest = 0] = olderThan(db, source, Number.MAX_SAFE_INTEGER, {
    limit: 1,
    offset: rankedAtOnce - 1,
  });
  return { total, articles: [...articles, ...olderThan(db, source, oldest, missing)], bounded };
}

/** Null where there are more than can be ranked at once. */
function forwards(db: Database, condition: MatchCondition, page: PageRequest): ArticlePage | null {
  const { ranked, articles } = inOnePass(db, condition, page, `LIMIT ${rankedAtOnce + 1}`);
  return ranked > rankedAtOnce ? null : { total: ranked, articles, bounded: false };
}

function backwards(db: Database, condition: MatchCondition, page: PageRequest): ArticlePage {
  const most = hasPrefix(condition.match) && page.sort === 'relevance' ? mostRanked : rankedAtOnce;
  const newest = `ORDER BY article_fts.rowid DESC LIMIT ${most}`;
  const { ranked, oldest, articles } = inOnePass(db, condition, page, newest);
  const total = ranked < most ? ranked : countArticles(db, condition);
  if (total === ranked) return { total, articles, bounded: false };
  const older = olderThan(db, amongMatches(condition), oldest ?? 0, {
    limit: page.limit - articles.length,
    offset: Math.max(0, page.offset - ranked),
  });
  return { total, articles: [...articles, ...older], bounded: true };
}

/** Ranks the matches that `bound` leaves, and says how many they are and which is the oldest. */
function inOnePass(
  db: Database,
  condition: MatchCondition,
  { sort, offset, limit }: PageRequest,
  bound: string,
): { ranked: number; oldest: number | null; articles: number[] } {
  const source = amongMatches(condition);
  const score = scoreBy(db, sort);
  const { ranked, oldest, page } = db
    .prepare<{ ranked: number; oldest: number | null; page: string }>(
      `WITH scored AS MATERIALIZED (
         SELECT article_fts.rowid AS seq, ${score.sql} AS score ${source.from} ${bound})
       SELECT count(*) AS ranked, min(seq) AS oldest,
         (SELECT json_group_array(seq) FROM
           (SELECT seq FROM scored ORDER BY score, seq DESC LIMIT ? OFFSET ?)) AS page
       FROM scored`,
    )
    .get(...score.params, ...source.params, limit, offset) ?? { ranked: 0, oldest: 0, page: '[]' };
  return { ranked, oldest, articles: JSON.parse(page) as number[] };
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
