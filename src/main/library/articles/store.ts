import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import {
  placingFields,
  type Article,
  type ArticleFields,
  type CslName,
  type Placing,
} from '../../../shared/model/article.ts';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import type { Database } from '../storage/database.ts';
import {
  placingColumns,
  summaryColumns,
  summaryTables,
  toArticle,
  type ArticleRow,
} from './article-row.ts';
import { hiddenLayers, insertHidden, noLayers } from './hidden.ts';
import type { StoredLayers } from './stored-layers.ts';

/** Everything a new article is stored with. Times are ISO 8601. */
export interface NewArticle {
  readonly id: string;
  readonly title: string;
  readonly titleProposed: boolean;
  readonly containerTitle: string | null;
  readonly author: readonly CslName[];
  readonly issued: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** What is not said is unknown. */
  readonly placing: Partial<Placing>;
  readonly words: number;
  readonly origin: { name: string; start: number | null; end: number | null } | null;
  readonly source: { name: string; format: string; sha256: string; bytes: number };
  readonly text: string;
  /** SHA-256 of the text in UTF-8. */
  readonly hash: string;
  readonly layers: StoredLayers;
  readonly hidden: readonly HiddenRange[];
  readonly now: string;
}

/** Stores an article with its first text and answers its `seq`. Runs inside a transaction. */
export function insertArticle(db: Database, article: NewArticle): number {
  const { source, origin, now } = article;
  db.prepare('INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)').run(
    source.sha256,
    source.bytes,
  );
  const seq = db
    .prepare(
      `INSERT INTO articles (id, title, title_proposed, container_title, author, issued, accessed,
         url, language, words, origin_name, origin_start, origin_end, source_name, source_format,
         original, created, modified, ${placingFields.join(', ')})
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?${', ?'.repeat(placingFields.length)})`,
    )
    .run(
      article.id,
      article.title,
      article.titleProposed ? 1 : 0,
      article.containerTitle,
      JSON.stringify(article.author),
      article.issued,
      article.accessed,
      article.url,
      article.language,
      article.words,
      origin?.name ?? null,
      origin?.start ?? null,
      origin?.end ?? null,
      source.name,
      source.format,
      source.sha256,
      now,
      now,
      ...placingFields.map((field) => article.placing[field] ?? null),
    ).lastInsertRowid;
  db.prepare(
    `INSERT INTO texts (article, version, text, hash, blocks, marks, created, original)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    article.text,
    article.hash,
    article.layers.blocks,
    article.layers.marks,
    now,
    source.sha256,
  );
  for (const range of article.hidden) insertHidden(db, seq, range);
  return seq;
}

/** The `seq` of an article. Throws `not-found`. */
export function seqOf(db: Database, id: string): number {
  const row = db.prepare<{ seq: number }>('SELECT seq FROM articles WHERE id = ?').get(id);
  if (row === undefined) throw notFound('article', id);
  return row.seq;
}

/**
 * A whole article, also from the trash; with its current text, or that of an older version, which
 * has no hidden ranges and no evidence of the origin. Throws `not-found`.
 */
export function articleById(db: Database, id: string, version?: number): Article {
  const row = db
    .prepare<ArticleRow & { current: number }>(
      `SELECT ${summaryColumns}, ${placingColumns}, a.url, a.accessed, t.version, a.version AS current,
         CASE WHEN t.version = a.version THEN a.origin_start END AS origin_start,
         CASE WHEN t.version = a.version THEN a.origin_end END AS origin_end,
         a.source_name, a.source_format, a.original, r.position, t.text, t.hash, t.blocks, t.marks
       FROM ${summaryTables} JOIN texts t ON t.article = a.seq AND t.version = coalesce(?, a.version)
       WHERE a.id = ?`,
    )
    .get(version ?? null, id);
  if (row !== undefined) {
    return toArticle(row, row.version === row.current ? hiddenLayers(db, row.seq) : noLayers);
  }
  if (version === undefined) throw notFound('article', id);
  throw new AttacheError('not-found', `${labelOf(db, id)} has no version ${version}.`, {
    field: 'version',
  });
}

/** The article's title. Throws `not-found`. */
export function titleOf(db: Database, id: string): string {
  const row = db.prepare<{ title: string }>('SELECT title FROM articles WHERE id = ?').get(id);
  if (row === undefined) throw notFound('article', id);
  return row.title;
}

/** The article's title in the quotation marks labels use. Throws `not-found`. */
export const labelOf = (db: Database, id: string): string => `“${titleOf(db, id)}”`;

const columns = {
  title: 'title',
  issued: 'issued',
  'container-title': 'container_title',
  author: 'author',
  language: 'language',
  URL: 'url',
  accessed: 'accessed',
  section: 'section',
  page: 'page',
  edition: 'edition',
  volume: 'volume',
  issue: 'issue',
  genre: 'genre',
  dimensions: 'dimensions',
  archive: 'archive',
  number: 'number',
} as const satisfies Record<keyof ArticleFields, string>;

/** Writes the given fields; a title given by a person is no longer a proposed one. */
export function updateFields(db: Database, id: string, fields: ArticleFields, now: string): void {
  for (const key of Object.keys(columns) as (keyof ArticleFields)[]) {
    const value = fields[key];
    if (value === undefined) continue;
    const stored = Array.isArray(value) ? JSON.stringify(value) : value === '' ? null : value;
    db.prepare(`UPDATE articles SET ${columns[key]} = ? WHERE id = ?`).run(stored, id);
  }
  db.prepare(
    `UPDATE articles SET modified = ?${fields.title === undefined ? '' : ', title_proposed = 0'}
     WHERE id = ?`,
  ).run(now, id);
}

/** Puts articles into the trash (`at` is the moment) or takes them out (`null`). */
export function setTrashed(db: Database, ids: readonly string[], at: string | null): void {
  for (const id of ids) {
    db.prepare('UPDATE articles SET trashed = ? WHERE seq = ?').run(at, seqOf(db, id));
  }
}

/** Keeps the reading position (UTF-16 offset) and whether the article was read. */
export function saveProgress(
  db: Database,
  seq: number,
  progress: { position?: number | undefined; read?: string | null | undefined },
): void {
  db.prepare('INSERT OR IGNORE INTO reading (article) VALUES (?)').run(seq);
  if (progress.position !== undefined) {
    db.prepare('UPDATE reading SET position = ? WHERE article = ?').run(progress.position, seq);
  }
  if (progress.read !== undefined) {
    db.prepare('UPDATE reading SET read = ? WHERE article = ?').run(progress.read, seq);
  }
}

/**
 * Marks articles as read (`at` is the moment) or unread (`null`), as far as they are there and are
 * not so already. Answers with the ids of those it marked, in order of their import.
 */
export function markRead(db: Database, ids: readonly string[], at: string | null): string[] {
  const changed = db
    .prepare<{ seq: number; id: string }>(
      `SELECT a.seq, a.id FROM articles a LEFT JOIN reading r ON r.article = a.seq
       WHERE a.id IN (SELECT value FROM json_each(?)) AND (r.read IS NULL) = ? ORDER BY a.seq`,
    )
    .all(JSON.stringify(ids), at === null ? 0 : 1);
  for (const { seq } of changed) saveProgress(db, seq, { read: at });
  return changed.map(({ id }) => id);
}
