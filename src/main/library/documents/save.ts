import { citedAnnotations, readDocument } from '../../../shared/briefing/document-text.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import type { Database } from '../storage/database.ts';
import { saveCitations, type CitedWords } from './citations/save.ts';
import { saveLinks } from './links.ts';
import type { DocumentRow } from './store.ts';

/**
 * Stores what a document is now, with what is read from its content. `remembered` are the words of
 * passages that may be gone. Call inside a command.
 */
export function saveDocument(
  db: Database,
  { seq }: Pick<DocumentRow, 'seq'>,
  { title, content }: { readonly title: string; readonly content: LexicalContent },
  at: Date,
  remembered: readonly CitedWords[] = [],
): void {
  const read = readDocument(content);
  db.prepare(
    `UPDATE documents SET title = ?, content = ?, text = ?, modified = ?, revision = revision + 1
     WHERE seq = ?`,
  ).run(title, JSON.stringify(content), read.text, at.toISOString(), seq);
  saveCitations(db, seq, citedAnnotations(read), remembered);
  saveLinks(db, seq, content);
}
