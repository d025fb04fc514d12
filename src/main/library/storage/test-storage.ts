import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import type { Database } from './database.ts';
import { openStorage, type Storage } from './open.ts';

/** A storage in a temporary folder, with the events it told. */
export function testStorage() {
  const dir = mkdtempSync(join(tmpdir(), 'attache-storage-'));
  const events: LibraryEvent[] = [];
  const clock = { now: new Date('2026-03-11T10:00:00Z') };
  const open = (): Storage =>
    openStorage(dir, { now: () => clock.now, emit: (event) => void events.push(event) });
  let storage = open();
  let isOpen = true;
  return {
    dir,
    events,
    clock,
    get storage() {
      return storage;
    },
    reopen() {
      storage.close();
      storage = open();
    },
    /** A test closed the storage itself, or what came into its place. */
    closed() {
      isOpen = false;
    },
    dispose() {
      if (isOpen) storage.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Inserts an article with a one-paragraph text and answers with its key. */
export function insertArticle(db: Database, id: string, text = `Text of ${id}.`): number {
  db.prepare('INSERT OR IGNORE INTO originals VALUES (?, ?)').run(`sha-${id}`, text.length);
  const seq = db
    .prepare(
      `INSERT INTO articles (id, title, words, source_name, source_format, original, created, modified)
       VALUES (?, ?, 3, ?, 'text', ?, '2026-03-11T10:00:00Z', '2026-03-11T10:00:00Z')`,
    )
    .run(id, `Title ${id}`, `${id}.txt`, `sha-${id}`).lastInsertRowid;
  db.prepare(
    `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
     VALUES (?, 1, ?, 'hash', '[]', '[]', '2026-03-11T10:00:00Z')`,
  ).run(seq, text);
  return seq;
}

/** Inserts a highlight on `[start, end)` of an article. */
export function insertAnnotation(
  db: Database,
  id: string,
  article: number,
  start = 0,
  end = 4,
): void {
  db.prepare(
    `INSERT INTO annotations (id, article, version, start, "end", exact, prefix, suffix, motivation, colour, created, modified)
     VALUES (?, ?, 1, ?, ?, 'Text', '', ' of', 'highlighting', 'amber', '2026-03-11', '2026-03-11')`,
  ).run(id, article, start, end);
}

/** Every row of every table a person's work is in, for comparison. */
export function dump(db: Database): Record<string, unknown[]> {
  const tables = db
    .prepare<{ name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
         AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'journal%' AND name NOT LIKE 'article_fts%'
         AND name NOT LIKE '%dirty' ORDER BY name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}
