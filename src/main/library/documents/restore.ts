import { citedAnnotations, readDocument } from '../../../shared/briefing/document-text.ts';
import type { Database } from '../storage/database.ts';
import { saveCitations } from './citations/save.ts';
import { contentOf, trashedDocumentRow } from './store.ts';

/** Takes a note or briefing out of the trash, within a command. Throws `not-found`. */
export function restoreDocument(db: Database, id: string): void {
  const row = trashedDocumentRow(db, id);
  db.prepare('UPDATE documents SET trashed = NULL WHERE seq = ?').run(row.seq);
  // Those that an earlier version put into the trash have no citations.
  saveCitations(db, row.seq, citedAnnotations(readDocument(contentOf(row))));
}
