import { notFound } from '../../../../shared/contract/errors.ts';
import type { Version } from '../../../../shared/model/version.ts';
import { wordCount } from '../../../../shared/text/words.ts';
import type { Database } from '../../storage/database.ts';
import { citedWords } from '../citations/save.ts';
import type { DocumentRow } from '../store.ts';

export interface VersionRow {
  readonly seq: number;
  readonly id: string;
  readonly document: number;
  readonly document_id: string;
  readonly name: string | null;
  readonly title: string;
  readonly content: string;
  readonly text: string;
  /** What it cites, a JSON array of `CitedWords`. */
  readonly cited: string;
  readonly created: string;
}

const select = `SELECT v.seq, v.id, v.document, d.id AS document_id, v.name, v.title, v.content,
    v.text, v.cited, v.created
  FROM document_versions v JOIN documents d ON d.seq = v.document AND d.trashed IS NULL`;

/** SQL of the versions of documents that are not in the trash. */
export function versionStore(db: Database) {
  return {
    /** Throws `not-found`. */
    get(id: string): VersionRow {
      const row = db.prepare<VersionRow>(`${select} WHERE v.id = ?`).get(id);
      if (row === undefined) throw notFound('version', id);
      return row;
    },

    /** The newest first. */
    list: (document: number): VersionRow[] =>
      db
        .prepare<VersionRow>(`${select} WHERE v.document = ? ORDER BY v.created DESC, v.seq DESC`)
        .all(document),

    newest: (document: number): VersionRow | undefined =>
      db
        .prepare<VersionRow>(
          `${select} WHERE v.document = ? ORDER BY v.created DESC, v.seq DESC LIMIT 1`,
        )
        .get(document),

    /** Keeps a document as it is stored now. */
    insert(id: string, { seq, title, content, text, modified }: DocumentRow, name: string | null) {
      db.prepare(
        `INSERT INTO document_versions (id, document, name, title, content, text, cited, created)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(id, seq, name, title, content, text, JSON.stringify(citedWords(db, seq)), modified);
    },

    rename: (seq: number, name: string): void =>
      void db.prepare('UPDATE document_versions SET name = ? WHERE seq = ?').run(name, seq),

    delete: (seq: number): void =>
      void db.prepare('DELETE FROM document_versions WHERE seq = ?').run(seq),
  };
}

export const toVersion = (row: VersionRow): Version => ({
  id: row.id,
  documentId: row.document_id,
  name: row.name,
  title: row.title,
  words: wordCount(row.text),
  created: row.created,
});
