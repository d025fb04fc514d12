import type { SearchSort } from '../../../shared/model/search.ts';
import type { Database } from '../storage/database.ts';
import { asSql, expressionOf, restAsSql, type Condition, type Sql } from './condition.ts';
import { scoreBy } from './scores.ts';

export interface ArticlePage {
  readonly total: number;
  /** `seq` of the articles of the page, in order. */
  readonly articles: readonly number[];
}

export interface PageRequest {
  readonly sort: SearchSort;
  readonly offset: number;
  readonly limit: number;
}

/** Tables with their conditions, to be selected from. */
interface Source {
  readonly from: string;
  readonly params: Sql['params'];
}

/**
 * One page of the articles that meet `condition`, and how many there are, by SQLite and FTS5 alone, in
 * one go: what `WordIndex` cannot read.
 */
export function findArticles(
  db: Database,
  condition: Condition,
  { sort, offset, limit }: PageRequest,
): ArticlePage {
  const total = countArticles(db, condition);
  const isRanked = condition.match !== undefined && sort !== 'date';
  const { from, params } = isRanked ? sourceOf(condition) : amongArticles(db, condition);
  const score = scoreBy(db, sort);
  const rows = isRanked
    ? db
        .prepare<{ seq: number }>(
          `SELECT article_fts.rowid AS seq ${from} ORDER BY ${score.sql}, seq DESC LIMIT ? OFFSET ?`,
        )
        .all(...params, ...score.params, limit, offset)
    : db
        .prepare<{ seq: number }>(
          `SELECT seq ${from}
           ORDER BY issued IS NULL OR issued >= 'X', issued DESC, seq DESC LIMIT ? OFFSET ?`,
        )
        .all(...params, limit, offset);
  return { total, articles: rows.map(({ seq }) => seq) };
}

/** How many articles meet `condition`. */
export function countArticles(db: Database, condition: Condition): number {
  const { from, params } =
    condition.match === undefined ? amongArticles(db, condition) : sourceOf(condition);
  return db.prepare<{ n: number }>(`SELECT count(*) AS n ${from}`).get(...params)?.n ?? 0;
}

/** `seq` of all articles that meet `condition`. */
export function allArticles(db: Database, condition: Condition): Uint32Array {
  const { from, params } = amongArticles(db, condition);
  const { seqs } = db
    .prepare<{ seqs: string }>(`SELECT json_group_array(seq) AS seqs ${from}`)
    .get(...params) ?? { seqs: '[]' };
  return Uint32Array.from(JSON.parse(seqs) as number[]);
}

/** A smaller share of all articles is rather looked up one by one than met in a walk through all. */
const fewShare = 1 / 8;

function areFew(db: Database, { only }: Condition): boolean {
  if (only === undefined) return false;
  const all = db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
  return only.length < all * fewShare;
}

/** A plus sign keeps SQLite from walking through an index that has `trashed`. */
function amongArticles(db: Database, condition: Condition): Source {
  const { sql, params } = asSql(condition);
  const trashed = areFew(db, condition) ? '+trashed' : 'trashed';
  return { from: `FROM articles WHERE ${trashed} IS NULL AND (${sql})`, params };
}

/** CROSS JOIN keeps the order: the index first, then the fields of what it found. */
function sourceOf(condition: Condition): Source {
  const { match, exclude } = condition;
  if (match === undefined) throw new Error('Nothing is asked of the index of words.');
  const where = restAsSql(condition);
  const expression = expressionOf(exclude === undefined ? { match } : { match, exclude });
  return {
    from:
      where === undefined
        ? 'FROM article_fts WHERE article_fts MATCH ?'
        : `FROM article_fts CROSS JOIN articles ON articles.seq = article_fts.rowid
           WHERE article_fts MATCH ? AND (${where.sql})`,
    params: [expression, ...(where?.params ?? [])],
  };
}
