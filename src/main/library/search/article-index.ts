import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { columnsOf, tokenizerVersion } from './columns.ts';

const versionKey = 'search.tokenizer';
const rebuildStep = 500;

/**
 * Keeps `article_fts` equal to the articles: every transaction rewrites the rows its triggers
 * named, undo and redo included. Articles in the trash are not in the index. An index made by
 * another tokenizer is made again.
 * `changed` is told the articles of every transaction, also of one that fails to commit.
 */
export function keepArticleIndex(
  context: LibraryContext,
  changed: (articles: readonly number[]) => void,
): void {
  context.commands.beforeCommit(() => {
    const dirty = takeDirty(context.db);
    if (dirty.length > 0) changed(dirty);
  });
  if (!context.readOnly) rebuildIfOutdated(context);
}

function takeDirty(db: Database): number[] {
  const dirty = db
    .prepare<{ article: number }>('SELECT article FROM fts_dirty')
    .all()
    .map((row) => row.article);
  for (const article of dirty) refreshArticle(db, article);
  if (dirty.length > 0) db.prepare('DELETE FROM fts_dirty').run();
  return dirty;
}

function refreshArticle(db: Database, article: number): void {
  const row = db
    .prepare<{ title: string; text: string }>(
      `SELECT articles.title, texts.text FROM articles
       JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
       WHERE articles.seq = ? AND articles.trashed IS NULL`,
    )
    .get(article);
  if (row === undefined) {
    db.prepare('DELETE FROM article_fts WHERE rowid = ?').run(article);
    return;
  }
  const title = columnsOf(row.title);
  const body = columnsOf(row.text);
  db.prepare(
    'INSERT OR REPLACE INTO article_fts (rowid, title, body, title_s, body_s) VALUES (?, ?, ?, ?, ?)',
  ).run(article, title.terms, body.terms, title.stems, body.stems);
}

function rebuildIfOutdated({ db, commands }: LibraryContext): void {
  const stored = db
    .prepare<{ value: unknown }>('SELECT value FROM meta WHERE key = ?')
    .get(versionKey);
  if (Number(stored?.value ?? 0) === tokenizerVersion) return;
  if (stored !== undefined) {
    let after = 0;
    for (let more = true; more;) {
      const step = db
        .prepare<{ seq: number }>('SELECT seq FROM articles WHERE seq > ? ORDER BY seq LIMIT ?')
        .all(after, rebuildStep);
      commands.quietly(null, () => {
        for (const { seq } of step) {
          db.prepare('INSERT OR IGNORE INTO fts_dirty VALUES (?)').run(seq);
        }
      });
      after = step.at(-1)?.seq ?? after;
      more = step.length === rebuildStep;
    }
  }
  commands.quietly(null, () => {
    db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(
      versionKey,
      tokenizerVersion,
    );
  });
}
