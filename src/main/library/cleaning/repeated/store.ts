import type { Block } from '../../../../shared/model/ranges.ts';
import type { Database } from '../../storage/database.ts';
import { keyedLines, packed, unpacked, type KeyedLine } from './line-keys.ts';

/** An article of an outlet and, where they are known, its lines. */
export interface OutletArticle {
  readonly seq: number;
  /** The `seq` of the lead of its near-duplicates, or its own: they are one report. */
  readonly report: number;
  readonly lines: readonly KeyedLine[] | null;
}

interface Row {
  readonly seq: number;
  readonly report: number;
  readonly lines: Uint8Array | null;
}

/** The articles of these `seq`, in order; lines of an earlier version of their text are not known. */
export function withLines(db: Database, articles: readonly number[]): OutletArticle[] {
  return db
    .prepare<Row>(
      `SELECT a.seq, coalesce(a.shadow_of, a.seq) AS report, l.lines FROM articles a
       LEFT JOIN article_lines l ON l.article = a.seq AND l.version = a.version
       WHERE a.seq IN (SELECT value FROM json_each(?)) ORDER BY a.seq`,
    )
    .all(JSON.stringify(articles))
    .map(({ seq, report, lines }) => ({
      seq,
      report,
      lines: lines === null ? null : unpacked(lines),
    }));
}

interface LinesRead {
  readonly version: number;
  readonly lines: KeyedLine[];
}

/** The lines of an article's current text, read from its words; null where it is gone. */
export function linesIn(db: Database, seq: number): LinesRead | null {
  const row = db
    .prepare<{ title: string; version: number; text: string; blocks: string }>(
      `SELECT a.title, a.version, t.text, t.blocks FROM articles a
       JOIN texts t ON t.article = a.seq AND t.version = a.version WHERE a.seq = ?`,
    )
    .get(seq);
  if (row === undefined) return null;
  const { version, text, blocks, title } = row;
  return { version, lines: keyedLines(text, JSON.parse(blocks) as Block[], title) };
}

/** Reads the lines of an article's current text and keeps them. Runs inside a transaction. */
export function readLines(db: Database, seq: number): KeyedLine[] {
  const read = linesIn(db, seq);
  if (read === null) return [];
  db.prepare('INSERT OR REPLACE INTO article_lines (article, version, lines) VALUES (?, ?, ?)').run(
    seq,
    read.version,
    packed(read.lines),
  );
  return read.lines;
}

/** The outlets of some articles, by their ids; those of unknown outlets are left out. */
export const outletsOf = (db: Database, ids: readonly string[]): string[] =>
  db
    .prepare<{ outlet: string }>(
      `SELECT DISTINCT container_title AS outlet FROM articles
       WHERE id IN (SELECT value FROM json_each(?)) AND container_title IS NOT NULL`,
    )
    .all(JSON.stringify(ids))
    .map(({ outlet }) => outlet);
