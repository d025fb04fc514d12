import type { Database } from '../../storage/database.ts';

/** What a passage was like when it was cited: its words and tags outlive it. */
export interface CitedWords {
  readonly annotation_id: string;
  readonly quote: string;
  readonly article_id: string | null;
  /** A JSON array of strings. */
  readonly tags: string;
  /** The change the writer chose to live with; null where there is none. */
  readonly kept: string | null;
}

/** What a document cites, in order of first use, as it was when it was cited. */
export const citedWords = (db: Database, document: number): CitedWords[] =>
  db
    .prepare<CitedWords>(
      `SELECT annotation_id, quote, article_id, tags, kept FROM citations
       WHERE document = ? ORDER BY ordinal`,
    )
    .all(document);

/**
 * Writes the ids a document cites, in order of first use. A citation that is new takes the words
 * its passage has now; one that stays keeps those it has; a passage that is already gone has the
 * words `remembered` of it, or those another document keeps.
 */
export function saveCitations(
  db: Database,
  document: number,
  annotationIds: readonly string[],
  remembered: readonly CitedWords[] = [],
): void {
  const before = citedWords(db, document);
  const same =
    before.length === annotationIds.length &&
    before.every(({ annotation_id }, index) => annotation_id === annotationIds[index]);
  if (same) return;
  const held = new Map([...remembered, ...before].map((words) => [words.annotation_id, words]));
  const rows = annotationIds.map((id) => {
    const own = held.get(id);
    return own !== undefined && before.includes(own) ? own : (wordsNow(db, id) ?? own);
  });
  const elsewhere = (id: string) =>
    db
      .prepare<CitedWords>(
        `SELECT annotation_id, quote, article_id, tags, NULL AS kept FROM citations
         WHERE annotation_id = ? AND quote <> '' ORDER BY document DESC LIMIT 1`,
      )
      .get(id);
  const found = annotationIds.map((id, index) => rows[index] ?? elsewhere(id));
  db.prepare('DELETE FROM citations WHERE document = ?').run(document);
  const insert = db.prepare(
    `INSERT INTO citations (document, ordinal, annotation_id, quote, article_id, tags, kept)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, id] of annotationIds.entries()) {
    const { quote = '', article_id = null, tags = '[]', kept = null } = found[index] ?? {};
    insert.run(document, index + 1, id, quote, article_id, tags, kept);
  }
}

const tagsOf = `(SELECT json_group_array(tag) FROM (
  SELECT tag FROM annotation_tags WHERE annotation = annotations.seq ORDER BY tag))`;

/** The words and tags a passage has now; undefined where it is gone. */
export const wordsNow = (db: Database, annotationId: string): CitedWords | undefined =>
  db
    .prepare<CitedWords>(
      `SELECT annotations.id AS annotation_id, annotations.exact AS quote,
              articles.id AS article_id, ${tagsOf} AS tags, NULL AS kept
       FROM annotations JOIN articles ON articles.seq = annotations.article
       WHERE annotations.id = ?`,
    )
    .get(annotationId);
