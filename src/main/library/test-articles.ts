import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from './storage/database.ts';

/**
 * For tests of rooms that only read articles: puts a text straight into the tables of the library
 * in `dir`, without import, history or cleaning. Answers with the article's id.
 */
export function plantArticle(dir: string, text: string, fields: { title?: string } = {}): string {
  const db = openDatabase(join(dir, 'library.sqlite'));
  try {
    const id = crypto.randomUUID();
    const hash = createHash('sha256').update(text).digest('hex');
    const now = new Date(0).toISOString();
    db.exec('BEGIN IMMEDIATE');
    db.prepare('INSERT OR IGNORE INTO originals VALUES (?, ?)').run(hash, Buffer.byteLength(text));
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO articles (id, title, words, source_name, source_format, original, created, modified)
         VALUES (?, ?, ?, 'test.txt', 'text', ?, ?, ?)`,
      )
      .run(id, fields.title ?? 'Untitled', text.split(/\s+/u).length, hash, now, now);
    const blocks = [...text.matchAll(/[^\n]+/gu)].map((line) => ({
      kind: 'paragraph',
      start: line.index,
      end: line.index + line[0].length,
    }));
    db.prepare(
      "INSERT INTO texts (article, version, text, hash, blocks, marks, created) VALUES (?, 1, ?, ?, ?, '[]', ?)",
    ).run(lastInsertRowid, text, hash, JSON.stringify(blocks), now);
    db.exec('COMMIT');
    return id;
  } finally {
    db.close();
  }
}
