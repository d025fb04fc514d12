import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { openContext } from '../open-context.ts';
import { testPorts } from '../test-library.ts';

export interface TestArticle {
  readonly title: string;
  readonly text: string;
  readonly outlet?: string;
  readonly issued?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly shadowOf?: string;
}

/** A real database with articles and annotations put in by hand, for the rooms that only cite them. */
export function testNotebook() {
  const dir = mkdtempSync(join(tmpdir(), 'attache-documents-'));
  const events: LibraryEvent[] = [];
  const emit = (event: LibraryEvent) => void events.push(event);
  let clock = Date.UTC(2031, 4, 1);
  const ports = testPorts();
  const context = openContext(dir, { ...ports, now: () => new Date(clock) }, { emit });
  const { db } = context;
  const at = '2031-04-30T08:00:00.000Z';

  return {
    dir,
    context,
    events,
    wait: (ms: number) => void (clock += ms),
    addArticle(article: TestArticle): string {
      const id = crypto.randomUUID();
      const hash = createHash('sha256').update(id).digest('hex');
      db.prepare('INSERT INTO originals (sha256, bytes) VALUES (?, 1)').run(hash);
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO articles (id, title, container_title, issued, url, words, origin_name,
             source_name, source_format, original, shadow_of, created, modified)
           VALUES (?, ?, ?, ?, ?, 1, ?, 'a.txt', 'text', ?,
             (SELECT seq FROM articles WHERE id = ?), ?, ?)`,
        )
        .run(
          id,
          article.title,
          article.outlet ?? null,
          article.issued ?? null,
          article.url ?? null,
          article.origin ?? null,
          hash,
          article.shadowOf ?? null,
          at,
          at,
        );
      db.prepare(
        `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
         VALUES (?, 1, ?, ?, '[]', '[]', ?)`,
      ).run(lastInsertRowid, article.text, hash, at);
      return id;
    },
    /** Marks the first place where `words` stand in the article. */
    annotate(articleId: string, words: string): string {
      const row = db
        .prepare<{ seq: number; text: string }>(
          `SELECT seq, text FROM articles JOIN texts ON article = seq WHERE id = ?`,
        )
        .get(articleId);
      const start = row?.text.indexOf(words) ?? -1;
      if (row === undefined || start < 0) throw new Error(`No "${words}" in ${articleId}`);
      const id = crypto.randomUUID();
      db.prepare(
        `INSERT INTO annotations (id, article, version, start, "end", exact, prefix, suffix,
           motivation, colour, created, modified)
         VALUES (?, ?, 1, ?, ?, ?, '', '', 'highlighting', 'amber', ?, ?)`,
      ).run(id, row.seq, start, start + words.length, words, at, at);
      return id;
    },
    removeAnnotation: (id: string) =>
      void db.prepare('DELETE FROM annotations WHERE id = ?').run(id),
    dispose() {
      context.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
