import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';
import {
  amongMatches,
  countArticles,
  findArticles,
  mostRanked,
  olderThan,
  rankedAtOnce,
  type ArticlePage,
  type MatchCondition,
  type PageRequest,
  type Source,
} from './article-search.ts';
import type { Condition, Sql } from './condition.ts';
import { hasPrefix } from './match.ts';
import { scoreBy } from './scores.ts';

/** About so many matches are scored at a time. */
const slice = 10_000;

interface Scored {
  readonly seq: number;
  readonly score: number;
}

/**
 * As `findArticles`, but of many matches all are ranked, up to 200,000: a slice of them at a time,
 * so that others are heard in between.
 */
export async function rankAll(
  db: Database,
  condition: Condition,
  page: PageRequest,
  pause: Pause,
): Promise<ArticlePage> {
  const { match } = condition;
  const isOnePass = match === undefined || page.sort === 'date' || hasPrefix(match);
  if (isOnePass) return findArticles(db, condition, page);
  const total = countArticles(db, condition);
  await pause();
  if (total <= rankedAtOnce) return findArticles(db, condition, page);
  return inSlices(db, { ...condition, match }, page, total, pause);
}

async function inSlices(
  db: Database,
  condition: MatchCondition,
  { sort, offset, limit }: PageRequest,
  total: number,
  pause: Pause,
): Promise<ArticlePage> {
  const source = amongMatches(condition);
  const score = scoreBy(db, sort);
  const { newest } = db
    .prepare<{ newest: number }>('SELECT coalesce(max(seq), 0) AS newest FROM articles')
    .get() ?? { newest: 0 };
  const width = Math.ceil((newest * slice) / total);
  let best: Scored[] = [];
  let ranked = 0;
  let oldest = newest + 1;
  while (oldest > 0 && ranked < mostRanked) {
    const from = oldest - width;
    const found = scoredBetween(db, source, score, [from, oldest - 1], offset + limit);
    ranked += found.ranked;
    best = [...best, ...found.best]
      .sort((a, b) => a.score - b.score || b.seq - a.seq)
      .slice(0, offset + limit);
    oldest = from;
    await pause();
  }
  const articles = best.slice(offset).map(({ seq }) => seq);
  if (ranked >= total) return { total, articles, bounded: false };
  const older = olderThan(db, source, oldest, {
    limit: limit - articles.length,
    offset: Math.max(0, offset - ranked),
  });
  return { total, articles: [...articles, ...older], bounded: true };
}

/** The best `most` of the matches between two `seq`, both included, and how many there are. */
function scoredBetween(
  db: Database,
  { from, params }: Source,
  score: Sql,
  [first, last]: readonly [number, number],
  most: number,
): { ranked: number; best: readonly Scored[] } {
  const row = db
    .prepare<{ ranked: number; best: string }>(
      `WITH scored AS MATERIALIZED (
         SELECT article_fts.rowid AS seq, ${score.sql} AS score ${from}
           AND article_fts.rowid BETWEEN ? AND ?)
       SELECT count(*) AS ranked, (SELECT json_group_array(json_object('seq', seq, 'score', score))
         FROM (SELECT * FROM scored ORDER BY score, seq DESC LIMIT ?)) AS best FROM scored`,
    )
    .get(...score.params, ...params, first, last, most);
  return { ranked: row?.ranked ?? 0, best: JSON.parse(row?.best ?? '[]') as Scored[] };
}
