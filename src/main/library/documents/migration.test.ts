import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { migrations } from '../storage/migrations/index.ts';
import { migrate } from '../storage/open.ts';
import { resolveCitations } from './citations/resolve.ts';

test('citations of a library without versions take the tags their passages have, and report no change', () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-migrate-'));
  const db = openDatabase(join(dir, 'library.sqlite'));
  try {
    migrate(
      db,
      migrations.filter(({ version }) => version < 6),
    );
    db.exec(`
      INSERT INTO originals (sha256, bytes) VALUES ('file', 3);
      INSERT INTO articles (seq, id, title, words, source_name, source_format, original, created, modified)
        VALUES (1, 'a', 'Ferry', 2, 'a.txt', 'text', 'file', '2026', '2026');
      INSERT INTO texts (article, version, text, hash, blocks, marks, created)
        VALUES (1, 1, 'Old words', 'h', '[]', '[]', '2026');
      INSERT INTO annotations (seq, id, article, version, start, "end", exact, prefix, suffix,
          motivation, colour, created, modified)
        VALUES (1, 'p', 1, 1, 0, 3, 'Old', '', ' words', 'highlighting', 'amber', '2026', '2026');
      INSERT INTO annotation_tags (annotation, tag) VALUES (1, 'sea'), (1, 'date');
      INSERT INTO documents (seq, id, kind, title, content, text, created, modified)
        VALUES (1, 'd', 'briefing', 'Week', '{"root":{"children":[]}}', '', '2026', '2026');
      INSERT INTO citations (document, ordinal, annotation_id, quote, article_id)
        VALUES (1, 1, 'p', 'Old', 'a'), (1, 2, 'gone', 'Lost', 'a');
    `);
    migrate(db, migrations);
    expect(resolveCitations(db, 1)).toMatchObject([
      { annotationId: 'p', change: null, cited: { quote: 'Old', tags: ['date', 'sea'] } },
      { annotationId: 'gone', change: 'deleted', quote: 'Lost', cited: { tags: [] } },
    ]);
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
