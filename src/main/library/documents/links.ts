import { innerLinks } from '../../../shared/briefing/inner-links.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import type { Database } from '../storage/database.ts';

/** Writes what a document links to inside the notebook, where that changed. */
export function saveLinks(db: Database, document: number, content: LexicalContent): void {
  const now = innerLinks(content);
  const before = db
    .prepare<{ kind: string; target: string }>(
      'SELECT kind, target FROM document_links WHERE document = ?',
    )
    .all(document);
  const key = (kind: string, target: string) => `${kind} ${target}`;
  const wanted = new Set(now.map(({ kind, id }) => key(kind, id)));
  const present = new Set(before.map(({ kind, target }) => key(kind, target)));
  const remove = db.prepare(
    'DELETE FROM document_links WHERE document = ? AND kind = ? AND target = ?',
  );
  const add = db.prepare('INSERT INTO document_links (document, kind, target) VALUES (?, ?, ?)');
  for (const { kind, target } of before) {
    if (!wanted.has(key(kind, target))) remove.run(document, kind, target);
  }
  for (const { kind, id } of now) if (!present.has(key(kind, id))) add.run(document, kind, id);
}
