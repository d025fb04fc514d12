import { notFound } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/methods.ts';
import { markdownFromContent } from '../../../shared/briefing/markdown/print.ts';
import type { documentSummarySchema, LexicalContent } from '../../../shared/model/document.ts';
import type { NotebookDocument } from '../../../shared/model/document.ts';
import type { z } from 'zod';
import { wordCount } from '../../../shared/text/words.ts';
import type { Database } from '../storage/database.ts';
import { resolveCitations } from './citations/resolve.ts';
import type { DocumentKind } from './titles.ts';

export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export interface DocumentRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly content: string;
  readonly text: string;
  readonly revision: number;
  readonly created: string;
  readonly modified: string;
  readonly article_id: string | null;
  readonly actor_id: string | null;
}

const columns = `d.seq, d.id, d.kind, d.title, d.content, d.text, d.revision, d.created, d.modified,
  articles.id AS article_id, actors.id AS actor_id`;
const from = `FROM documents d
  LEFT JOIN articles ON articles.seq = d.article
  LEFT JOIN actors ON actors.seq = d.actor`;

/** The row of a document that is not in the trash. Throws `not-found`. */
export function documentRow(db: Database, kind: DocumentKind, id: string): DocumentRow {
  const row = db
    .prepare<DocumentRow>(
      `SELECT ${columns} ${from} WHERE d.id = ? AND d.kind = ? AND d.trashed IS NULL`,
    )
    .get(id, kind);
  if (row === undefined) throw notFound(kind, id);
  return row;
}

/** The titles of all documents of a kind that are not in the trash. */
export const titlesOf = (db: Database, kind: DocumentKind): ReadonlySet<string> =>
  new Set(
    db
      .prepare<{ title: string }>('SELECT title FROM documents WHERE kind = ? AND trashed IS NULL')
      .all(kind)
      .map(({ title }) => title),
  );

function rowWhere(db: Database, id: string, trashed: 'NULL' | 'NOT NULL'): DocumentRow {
  const row = db
    .prepare<DocumentRow>(`SELECT ${columns} ${from} WHERE d.id = ? AND d.trashed IS ${trashed}`)
    .get(id);
  if (row === undefined) throw notFound('document', id);
  return row;
}

/** The row of a note or briefing that is not in the trash. Throws `not-found`. */
export const anyDocumentRow = (db: Database, id: string): DocumentRow => rowWhere(db, id, 'NULL');

/** The row of a note or briefing in the trash. Throws `not-found`. */
export const trashedDocumentRow = (db: Database, id: string): DocumentRow =>
  rowWhere(db, id, 'NOT NULL');

/**
 * Documents of one kind, last changed first: all, or those about an article or actor, linking to it
 * or to a note or briefing, or citing a passage of the article.
 */
export function documentRows(
  db: Database,
  kind: DocumentKind,
  filter: Omit<Parsed<'notes.list'>, 'about'>,
): DocumentRow[] {
  return db
    .prepare<DocumentRow>(
      `SELECT ${columns} ${from}
       WHERE d.kind = ?1 AND (d.trashed IS NOT NULL) = ?2
         AND (?3 IS NULL OR articles.id = ?3 OR EXISTS (SELECT 1 FROM document_links
           WHERE document = d.seq AND document_links.kind = 'article' AND target = ?3)
           OR EXISTS (SELECT 1 FROM citations WHERE document = d.seq AND article_id = ?3))
         AND (?4 IS NULL OR actors.id = ?4 OR EXISTS (SELECT 1 FROM document_links
           WHERE document = d.seq AND document_links.kind = 'actor' AND target = ?4))
         AND (?5 IS NULL OR EXISTS (SELECT 1 FROM document_links
           WHERE document = d.seq AND document_links.kind IN ('note', 'briefing') AND target = ?5))
       ORDER BY d.modified DESC, d.seq DESC`,
    )
    .all(
      kind,
      Number(filter.trashed ?? false),
      filter.articleId ?? null,
      filter.actorId ?? null,
      filter.documentId ?? null,
    );
}

export const toSummary = (row: DocumentRow): DocumentSummary => ({
  id: row.id,
  title: row.title,
  about: {
    ...(row.article_id === null ? {} : { articleId: row.article_id }),
    ...(row.actor_id === null ? {} : { actorId: row.actor_id }),
  },
  words: wordCount(row.text),
  created: row.created,
  modified: row.modified,
});

export const contentOf = (row: DocumentRow): LexicalContent =>
  JSON.parse(row.content) as LexicalContent;

export function toDocument(db: Database, row: DocumentRow): NotebookDocument {
  const content = contentOf(row);
  return {
    ...toSummary(row),
    content,
    markdown: markdownFromContent(content),
    text: row.text,
    citations: resolveCitations(db, row.seq),
    revision: row.revision,
  };
}

/** The key of an article or actor a note is about. Throws `not-found`. */
export function keyOf(db: Database, table: 'articles' | 'actors', id: string): number {
  const row = db.prepare<{ seq: number }>(`SELECT seq FROM ${table} WHERE id = ?`).get(id);
  if (row === undefined) throw notFound(table === 'articles' ? 'article' : 'actor', id);
  return row.seq;
}
