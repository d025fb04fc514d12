import type { SQLInputValue } from 'node:sqlite';
import type { Parsed } from '../../../../shared/contract/methods.ts';
import { counted } from '../../counted-mentions.ts';
import type { Condition } from '../../articles/narrowed.ts';
import type { Database } from '../../storage/database.ts';
import type { TextDate } from './text-date.ts';

export type Zoom = Parsed<'analysis.periods'>['zoom'];
export type EventFilter = Pick<
  Parsed<'analysis.events'>,
  'zoom' | 'period' | 'from' | 'until' | 'actorId'
>;

export interface EventRow {
  readonly articleId: string;
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly inferred: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

interface UnreadRow {
  readonly seq: number;
  readonly issued: string | null;
  readonly language: string | null;
  readonly text: string | null;
  /** JSON. */
  readonly blocks: string | null;
}

/** How many letters of a date a zoom looks at. */
const lengths: Readonly<Record<Zoom, number>> = { year: 4, month: 7, day: 10 };
const counts = counted('m');

/** What the period of a date column is; null where its year is not known. */
export const periodOf = (column: string, zoom: Zoom): string =>
  `CASE WHEN ${column} < 'X' THEN substr(${column}, 1, ${lengths[zoom]}) END`;

const named = (place: string) => `EXISTS (SELECT 1 FROM mentions m JOIN actors a ON a.seq = m.actor
  WHERE m.article = ${place} AND a.id = ? AND ${counts}`;

/** Dates (`d`) in sight, narrowed down. */
function chosen({ zoom, period, from, until, actorId }: EventFilter): Condition {
  const parts = [
    `NOT EXISTS (SELECT 1 FROM hidden_ranges h WHERE h.article = d.article AND h.by <> 'offered'
       AND h.start <= d.start AND h."end" >= d."end")`,
  ];
  const values: SQLInputValue[] = [];
  if (period !== undefined) {
    parts.push(`${periodOf('d."from"', zoom)} IS ?`);
    values.push(period);
  }
  // A date known to the month falls into every day of it.
  if (from !== undefined) {
    parts.push(
      `d."from" < 'X' AND coalesce(d.until, d."from") >= substr(?, 1, length(coalesce(d.until, d."from")))`,
    );
    values.push(from);
  }
  if (until !== undefined) {
    parts.push(`d."from" < 'X' AND substr(d."from", 1, length(?)) <= ?`);
    values.push(until, until);
  }
  if (actorId !== undefined) {
    parts.push(
      `${named('d.article')} AND m.start >= d.sentence_start AND m.start < d.sentence_end)`,
    );
    values.push(actorId);
  }
  return { sql: parts.join(' AND '), values };
}

/** SQL of the dates read from the texts. Derived: outside the undo history. */
export function dateStore(db: Database) {
  return {
    unread: (): number =>
      db.prepare<{ n: number }>('SELECT count(*) AS n FROM text_dates_dirty').get()?.n ?? 0,

    /** The newest articles still to be read; those in the trash have no text to read. */
    nextUnread: (limit: number): UnreadRow[] =>
      db
        .prepare<UnreadRow>(
          `SELECT d.article AS seq, a.issued, a.language,
             CASE WHEN a.trashed IS NULL THEN t.text END AS text, t.blocks
           FROM text_dates_dirty d JOIN articles a ON a.seq = d.article
           LEFT JOIN texts t ON t.article = a.seq AND t.version = a.version
           ORDER BY d.article DESC LIMIT ?`,
        )
        .all(limit),

    markAll: (): void => db.exec('INSERT OR IGNORE INTO text_dates_dirty SELECT seq FROM articles'),

    replace(article: number, dates: readonly TextDate[]): void {
      db.prepare('DELETE FROM text_dates WHERE article = ?').run(article);
      const add = db.prepare('INSERT INTO text_dates VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
      for (const { start, end, from, until, inferred, sentence } of dates) {
        add.run(article, start, end, from, until, inferred ? 1 : 0, sentence.start, sentence.end);
      }
      db.prepare('DELETE FROM text_dates_dirty WHERE article = ?').run(article);
    },

    /** How many dates are of each period; null: without a year. */
    periods(zoom: Zoom, actorId: string | undefined): { period: string | null; n: number }[] {
      const { sql, values } = chosen({ zoom, actorId });
      return db
        .prepare<{ period: string | null; n: number }>(
          `SELECT ${periodOf('d."from"', zoom)} AS period, count(*) AS n FROM text_dates d
           WHERE ${sql} GROUP BY 1`,
        )
        .all(...values);
    },

    /** How many articles are of each period. */
    articlePeriods: (
      zoom: Zoom,
      actorId: string | undefined,
    ): { period: string | null; n: number }[] =>
      db
        .prepare<{ period: string | null; n: number }>(
          `SELECT ${periodOf('x.issued', zoom)} AS period, count(*) AS n FROM articles x
           WHERE x.trashed IS NULL ${actorId === undefined ? '' : `AND ${named('x.seq')})`}
           GROUP BY 1`,
        )
        .all(...(actorId === undefined ? [] : [actorId])),

    events(filter: EventFilter, limit: number, skip: number): { rows: EventRow[]; total: number } {
      const { sql, values } = chosen(filter);
      const rows = db
        .prepare<EventRow>(
          `SELECT x.id AS articleId, d.article, d.start, d."end", d."from", d.until, d.inferred,
             d.sentence_start AS sentenceStart, d.sentence_end AS sentenceEnd
           FROM text_dates d JOIN articles x ON x.seq = d.article WHERE ${sql}
           ORDER BY d."from" IS NULL, d."from", d.article, d.start LIMIT ? OFFSET ?`,
        )
        .all(...values, limit, skip);
      const total = db
        .prepare<{ n: number }>(`SELECT count(*) AS n FROM text_dates d WHERE ${sql}`)
        .get(...values);
      return { rows, total: total?.n ?? 0 };
    },

    /** Who is named in a sentence, in its order. */
    namedIn: (article: number, start: number, end: number): { id: string; name: string }[] =>
      db
        .prepare<{ id: string; name: string }>(
          `SELECT a.id, a.name FROM mentions m JOIN actors a ON a.seq = m.actor
           WHERE m.article = ? AND m.start >= ? AND m.start < ? AND ${counts}
           GROUP BY a.seq ORDER BY min(m.start)`,
        )
        .all(article, start, end),
  };
}
