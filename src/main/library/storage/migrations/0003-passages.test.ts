import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { migrate } from '../open.ts';
import { migrations } from './index.ts';

test('passages and tags of the first schema come along unchanged', () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-migrate-'));
  const db = openDatabase(join(dir, 'library.sqlite'));
  try {
    migrate(
      db,
      migrations.filter(({ version }) => version < 3),
    );
    db.exec(`
      INSERT INTO originals VALUES ('0', 1);
      INSERT INTO articles (seq, id, title, words, source_name, source_format, original, created, modified)
        VALUES (1, 'a', 'Title', 1, 'a.txt', 'text', '0', '2026', '2026');
      INSERT INTO annotations (seq, id, article, version, start, "end", exact, prefix, suffix,
          motivation, colour, created, modified)
        VALUES (1, 'n', 1, 1, 0, 5, 'words', '', '', 'tagging', 'sky', '2026', '2026');
      INSERT INTO annotation_tags (annotation, tag) VALUES (1, 'b'), (1, 'a/c');
    `);
    const before = db.prepare('SELECT * FROM annotations').all();
    migrate(db, migrations);
    expect(db.prepare('SELECT * FROM annotations').all()).toMatchObject(before);
    expect(db.prepare('SELECT score, creator FROM annotations').all()).toEqual([
      { score: null, creator: null },
    ]);
    expect(db.prepare('SELECT tag FROM annotation_tags ORDER BY position, rowid').all()).toEqual([
      { tag: 'b' },
      { tag: 'a/c' },
    ]);
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
