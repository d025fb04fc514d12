import type { SQLInputValue } from 'node:sqlite';
import type { ActorKind } from '../../../shared/model/actor.ts';
import { counted } from '../counted-mentions.ts';
import { narrowed, type ArticleFilter } from '../articles/narrowed.ts';
import type { Database } from '../storage/database.ts';
import { periodOf, type Zoom } from './dates/date-store.ts';

export interface CountedActor {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly mentions: number;
  readonly articles: number;
}

export interface ActorFilter extends ArticleFilter {
  readonly kind?: ActorKind | undefined;
}

export interface PassageFilter extends ArticleFilter {
  readonly actorIds: readonly string[];
  /** Null: articles without an outlet. Left out: any. */
  readonly outlet?: string | null | undefined;
}

/** SQL of who is named where. */
export function analysisStore(db: Database) {
  return {
    /** The actors in most articles, of those in sight, and how many there are. */
    mostNamed(
      filter: ActorFilter,
      limit: number,
      offset = 0,
    ): { actors: CountedActor[]; total: number } {
      const { sql, values } = narrowed(filter);
      const kind = filter.kind ?? null;
      const actors = db
        .prepare<CountedActor & { total: number }>(
          `SELECT a.seq, a.id, a.name, a.kind, m.mentions, m.articles, count(*) OVER () AS total
           FROM actors a JOIN (
             SELECT m.actor, count(*) AS mentions, count(DISTINCT m.article) AS articles
             FROM mentions m JOIN articles x ON x.seq = m.article
             WHERE ${counted('m')} AND ${sql} GROUP BY m.actor) m ON m.actor = a.seq
           WHERE ? IS NULL OR a.kind = ?
           ORDER BY m.articles DESC, m.mentions DESC, a.name, a.seq LIMIT ? OFFSET ?`,
        )
        .all(...values, kind, kind, limit, offset);
      return { actors, total: actors[0]?.total ?? 0 };
    },

    /** Every two of the actors and the number of articles that name both. */
    ties(
      actors: readonly number[],
      filter: ArticleFilter,
    ): { a: number; b: number; articles: number }[] {
      const { sql, values } = narrowed(filter);
      return db
        .prepare<{ a: number; b: number; articles: number }>(
          `WITH named AS MATERIALIZED (SELECT DISTINCT m.article, m.actor
             FROM mentions m JOIN articles x ON x.seq = m.article
             WHERE ${counted('m')} AND ${sql} AND m.actor IN (SELECT value FROM json_each(?)))
           SELECT one.actor AS a, other.actor AS b, count(*) AS articles
           FROM named one JOIN named other
             ON other.article = one.article AND other.actor > one.actor
           GROUP BY one.actor, other.actor ORDER BY articles DESC`,
        )
        .all(...values, JSON.stringify(actors));
    },

    /** Whom the articles that name an actor also name, the most first. */
    company: (actor: number, limit: number): CountedActor[] =>
      db
        .prepare<CountedActor>(
          `WITH here AS MATERIALIZED (
             SELECT DISTINCT article FROM mentions WHERE actor = ? AND ${counted()})
           SELECT a.seq, a.id, a.name, a.kind, count(*) AS mentions,
             count(DISTINCT m.article) AS articles
           FROM here JOIN mentions m ON m.article = here.article AND ${counted('m')}
           JOIN actors a ON a.seq = m.actor WHERE m.actor <> ?
           GROUP BY m.actor ORDER BY articles DESC, mentions DESC, a.name LIMIT ?`,
        )
        .all(actor, actor, limit),

    /** How often the outlets name the actors. */
    coverage(
      actors: readonly number[],
      filter: ArticleFilter,
    ): { actor: number; outlet: string | null; articles: number; mentions: number }[] {
      const { sql, values } = narrowed(filter);
      return db
        .prepare<{ actor: number; outlet: string | null; articles: number; mentions: number }>(
          `SELECT m.actor, x.container_title AS outlet, count(DISTINCT m.article) AS articles,
             count(*) AS mentions
           FROM mentions m JOIN articles x ON x.seq = m.article
           WHERE ${counted('m')} AND ${sql} AND m.actor IN (SELECT value FROM json_each(?))
           GROUP BY m.actor, x.container_title`,
        )
        .all(...values, JSON.stringify(actors));
    },

    outlets(filter: ArticleFilter): { outlet: string | null; articles: number }[] {
      const { sql, values } = narrowed(filter);
      return db
        .prepare<{ outlet: string | null; articles: number }>(
          `SELECT x.container_title AS outlet, count(*) AS articles FROM articles x
           WHERE ${sql} GROUP BY x.container_title ORDER BY articles DESC, outlet`,
        )
        .all(...values);
    },

    /** The articles that name all of the actors, the newest first, with their blocks. */
    naming({ actorIds, outlet, ...filter }: PassageFilter, limit: number, offset: number) {
      const articlesOf = narrowed(filter);
      const parts = [articlesOf.sql];
      const values: SQLInputValue[] = [...articlesOf.values];
      for (const id of actorIds) {
        parts.push(
          `x.seq IN (SELECT article FROM mentions WHERE ${counted()}
             AND actor = (SELECT seq FROM actors WHERE id = ?))`,
        );
        values.push(id);
      }
      if (outlet !== undefined) {
        parts.push('x.container_title IS ?');
        values.push(outlet);
      }
      const where = parts.join(' AND ');
      const articles = db
        .prepare<{ seq: number; id: string; blocks: string }>(
          `SELECT x.seq, x.id, t.blocks FROM articles x
           JOIN texts t ON t.article = x.seq AND t.version = x.version
           WHERE ${where} ORDER BY x.issued IS NULL, x.issued DESC, x.seq LIMIT ? OFFSET ?`,
        )
        .all(...values, limit, offset);
      const total = db
        .prepare<{ n: number }>(`SELECT count(*) AS n FROM articles x WHERE ${where}`)
        .get(...values);
      return { articles, total: total?.n ?? 0 };
    },

    /** Where an article names the actors. */
    places: (
      article: number,
      actorIds: readonly string[],
    ): { start: number; end: number; actorId: string }[] =>
      db
        .prepare<{ start: number; end: number; actorId: string }>(
          `SELECT m.start, m."end", a.id AS actorId FROM mentions m JOIN actors a ON a.seq = m.actor
           WHERE m.article = ? AND ${counted('m')} AND a.id IN (SELECT value FROM json_each(?))
           ORDER BY m.start`,
        )
        .all(article, JSON.stringify(actorIds)),

    /** The articles by date; with `zoom`, those of one period. */
    timeline(
      actorId: string | undefined,
      zoom: Zoom | undefined,
      period: string | null | undefined,
    ): { id: string; passages: number }[] {
      const ofPeriod =
        zoom === undefined || period === undefined
          ? { sql: '1', values: [] }
          : { sql: `${periodOf('x.issued', zoom)} IS ?`, values: [period] };
      return db
        .prepare<{ id: string; passages: number }>(
          `SELECT x.id,
             (SELECT count(*) FROM annotations n WHERE n.article = x.seq) AS passages
           FROM articles x WHERE x.trashed IS NULL AND ${ofPeriod.sql} AND (? IS NULL OR x.seq IN (
             SELECT article FROM mentions WHERE ${counted()}
               AND actor = (SELECT seq FROM actors WHERE id = ?)))
           ORDER BY x.issued IS NULL, x.issued DESC, x.title, x.seq LIMIT 5000`,
        )
        .all(...ofPeriod.values, actorId ?? null, actorId ?? null);
    },
  };
}
