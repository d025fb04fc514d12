import type { SQLInputValue } from 'node:sqlite';
import type { Parsed } from '../../../../shared/contract/methods.ts';
import { counted } from '../../counted-mentions.ts';
import { inRange, isTagged, narrowed, type Condition } from '../../articles/narrowed.ts';
import type { Database } from '../../storage/database.ts';

export type GridFilter = Pick<
  Parsed<'statements.grid'>,
  'kind' | 'tag' | 'from' | 'until' | 'actorIds'
>;

/** Statements that count in the grid. */
function said(filter: GridFilter): Condition {
  const { sql, values } = letThrough(filter);
  return { sql: `${sql} AND s.speaker IS NOT NULL AND s.status <> 'orphaned'`, values };
}

/** Statements (`s`) in articles (`x`) that the filter lets through, said by anybody or nobody. */
export function letThrough(filter: GridFilter): Condition {
  const range = inRange(filter);
  const parts = [range.sql];
  const values: SQLInputValue[] = [...range.values];
  if (filter.kind !== undefined) {
    parts.push('s.kind = ?');
    values.push(filter.kind);
  }
  if (filter.tag !== undefined) {
    const tagged = isTagged(filter.tag);
    parts.push(`EXISTS (SELECT 1 FROM annotations n WHERE n.article = s.article
      AND n.start < s."end" AND n."end" > s.start AND ${tagged.sql})`);
    values.push(...tagged.values);
  }
  if (filter.actorIds !== undefined) {
    parts.push(
      's.speaker IN (SELECT seq FROM actors WHERE id IN (SELECT value FROM json_each(?)))',
    );
    values.push(JSON.stringify(filter.actorIds));
  }
  return { sql: parts.join(' AND '), values };
}

const counts = counted('m');

export interface GridColumn {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly issued: string | null;
  readonly origin: string | null;
}

/** SQL of the grid of actors and articles. */
export function gridStore(db: Database) {
  const ids = (values: readonly number[]) => JSON.stringify(values);
  return {
    /** Every article that quotes or names one of the actors; with a tag, that has it. */
    columns(filter: GridFilter): GridColumn[] {
      const range = narrowed(filter);
      const parts = [range.sql];
      const values: SQLInputValue[] = [...range.values];
      const actors =
        filter.actorIds === undefined
          ? null
          : `IN (SELECT seq FROM actors WHERE id IN (SELECT value FROM json_each(?)))`;
      const chosen = filter.actorIds === undefined ? [] : [JSON.stringify(filter.actorIds)];
      parts.push(
        `(EXISTS (SELECT 1 FROM statements s WHERE s.article = x.seq AND s.speaker IS NOT NULL
            ${actors === null ? '' : `AND s.speaker ${actors}`})
          OR EXISTS (SELECT 1 FROM mentions m WHERE m.article = x.seq AND ${counts}
            ${actors === null ? '' : `AND m.actor ${actors}`}))`,
      );
      values.push(...chosen, ...chosen);
      return db
        .prepare<GridColumn>(
          `SELECT x.seq, x.id, x.title, x.issued, x.origin_name AS origin FROM articles x
           WHERE ${parts.join(' AND ')}
           ORDER BY x.issued IS NULL, x.issued DESC, x.title, x.seq`,
        )
        .all(...values);
    },

    /** Actors named or quoted in the columns, by what they say that the filter lets through. */
    rows(filter: GridFilter, columns: readonly GridColumn[]): string[] {
      const condition = said(filter);
      const chosen = filter.actorIds === undefined ? null : JSON.stringify(filter.actorIds);
      return db
        .prepare<{ id: string }>(
          `WITH columns AS (SELECT value AS article FROM json_each(?)),
             said AS (SELECT s.speaker AS actor, count(*) AS n FROM statements s
               JOIN articles x ON x.seq = s.article WHERE ${condition.sql} GROUP BY s.speaker),
             named AS (SELECT m.actor, count(*) AS n FROM columns
               JOIN mentions m ON m.article = columns.article AND ${counts} GROUP BY m.actor)
           SELECT a.id FROM actors a LEFT JOIN said ON said.actor = a.seq
             LEFT JOIN named ON named.actor = a.seq
           WHERE CASE WHEN ? IS NULL THEN said.n > 0 OR named.n > 0
             ELSE a.id IN (SELECT value FROM json_each(?)) END
           ORDER BY coalesce(said.n, 0) DESC, coalesce(named.n, 0) DESC, a.name, a.seq`,
        )
        .all(ids(columns.map(({ seq }) => seq)), ...condition.values, chosen, chosen)
        .map(({ id }) => id);
    },

    /** Ids of the statements that stand in the columns. */
    statementIds(filter: GridFilter, columns: readonly GridColumn[]): Set<string> {
      const condition = said(filter);
      return new Set(
        db
          .prepare<{ id: string }>(
            `SELECT s.id FROM statements s JOIN articles x ON x.seq = s.article
             WHERE ${condition.sql} AND s.article IN (SELECT value FROM json_each(?))`,
          )
          .all(...condition.values, ids(columns.map(({ seq }) => seq)))
          .map(({ id }) => id),
      );
    },

    named: (
      actorIds: readonly string[],
      columns: readonly GridColumn[],
    ): { actorId: string; articleId: string; n: number }[] =>
      db
        .prepare<{ actorId: string; articleId: string; n: number }>(
          `SELECT a.id AS actorId, x.id AS articleId, count(*) AS n
           FROM json_each(?) c JOIN articles x ON x.seq = c.value
           JOIN mentions m ON m.article = x.seq AND ${counts}
           JOIN actors a ON a.seq = m.actor AND a.id IN (SELECT value FROM json_each(?))
           GROUP BY m.article, m.actor`,
        )
        .all(ids(columns.map(({ seq }) => seq)), JSON.stringify(actorIds)),
  };
}
