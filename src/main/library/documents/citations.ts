import type { Citation } from '../../../shared/model/document.ts';
import type { Database } from '../storage/database.ts';

interface KeptWords {
  readonly quote: string;
  readonly article_id: string | null;
}

interface ResolvedRow {
  readonly annotation_id: string;
  readonly number: number;
  readonly kept: string;
  readonly kept_article: string | null;
  readonly exact: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly status: 'exact' | 'moved' | 'orphaned' | null;
  readonly article_id: string | null;
  readonly title: string | null;
  readonly container_title: string | null;
  readonly issued: string | null;
  readonly url: string | null;
  readonly origin_name: string | null;
}

/**
 * Writes the ids a document cites, in order of first use, with the words each passage has now.
 * A passage that is already gone keeps the words it was last saved with.
 * Answers whether the set or its order changed.
 */
export function saveCitations(
  db: Database,
  document: number,
  annotationIds: readonly string[],
): boolean {
  const before = db
    .prepare<{ annotation_id: string }>(
      'SELECT annotation_id FROM citations WHERE document = ? ORDER BY ordinal',
    )
    .all(document)
    .map((row) => row.annotation_id);
  if (before.length === annotationIds.length && before.every((id, i) => id === annotationIds[i])) {
    return false;
  }
  const words = annotationIds.map((id) => wordsOf(db, id));
  db.prepare('DELETE FROM citations WHERE document = ?').run(document);
  const insert = db.prepare(
    `INSERT INTO citations (document, ordinal, annotation_id, quote, article_id)
     VALUES (?, ?, ?, ?, ?)`,
  );
  for (const [index, id] of annotationIds.entries()) {
    insert.run(
      document,
      index + 1,
      id,
      words[index]?.quote ?? '',
      words[index]?.article_id ?? null,
    );
  }
  return true;
}

function wordsOf(db: Database, annotationId: string): KeptWords | undefined {
  return (
    db
      .prepare<KeptWords>(
        `SELECT annotations.exact AS quote, articles.id AS article_id
         FROM annotations JOIN articles ON articles.seq = annotations.article
         WHERE annotations.id = ?`,
      )
      .get(annotationId) ??
    db
      .prepare<KeptWords>(
        `SELECT quote, article_id FROM citations
         WHERE annotation_id = ? AND quote <> '' ORDER BY document DESC LIMIT 1`,
      )
      .get(annotationId)
  );
}

/** The document's citations as they stand now, numbered from 1 in order of first use. */
export function resolveCitations(db: Database, document: number): Citation[] {
  return db
    .prepare<ResolvedRow>(
      `SELECT c.annotation_id, c.ordinal AS number, c.quote AS kept, c.article_id AS kept_article,
              a.exact, a.start, a."end" AS "end", a.status,
              articles.id AS article_id, articles.title, articles.container_title,
              articles.issued, articles.url, articles.origin_name
       FROM citations c
       LEFT JOIN annotations a ON a.id = c.annotation_id
       LEFT JOIN articles ON articles.id = coalesce(
         (SELECT id FROM articles WHERE seq = a.article), c.article_id)
       WHERE c.document = ? ORDER BY c.ordinal`,
    )
    .all(document)
    .map(toCitation);
}

const toCitation = (row: ResolvedRow): Citation => ({
  annotationId: row.annotation_id,
  number: row.number,
  articleId: row.article_id ?? row.kept_article,
  quote: row.exact ?? row.kept,
  start: row.start ?? 0,
  end: row.end ?? 0,
  status: row.status ?? 'deleted',
  title: row.title ?? '',
  'container-title': row.container_title,
  issued: row.issued,
  URL: row.url,
  origin: row.origin_name,
});
