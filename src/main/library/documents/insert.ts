import { citedAnnotations, readDocument } from '../../../shared/briefing/document-text.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import type { Database } from '../storage/database.ts';
import { saveCitations } from './citations/save.ts';
import { saveLinks } from './links.ts';
import type { DocumentKind } from './titles.ts';

export interface NewDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly content: LexicalContent;
  /** Keys of what it is about. */
  readonly article: number | null;
  readonly actor: number | null;
}

/** Puts a document into the library, with what is read from its content. Call inside a command. */
export function insertDocument(db: Database, document: NewDocument, at: Date): void {
  const { id, kind, title, content, article, actor } = document;
  const read = readDocument(content);
  const now = at.toISOString();
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO documents (id, kind, title, content, text, article, actor, created, modified)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, kind, title, JSON.stringify(content), read.text, article, actor, now, now);
  saveCitations(db, lastInsertRowid, citedAnnotations(read));
  saveLinks(db, lastInsertRowid, content);
}
