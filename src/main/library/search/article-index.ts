import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { columnsOf, type Columns } from './columns.ts';
import { mergeAtRest } from './merge-index.ts';
import { rebuildIfOutdated } from './rebuild-index.ts';

/** What is indexed of an article; `body` are the columns of its text. */
interface Words {
  readonly title: string;
  readonly text: string;
  readonly body: Columns;
}

/** The full-text index over the articles that are not in the trash. */
export interface ArticleIndex {
  /**
   * Gives the columns of an article stored in this transaction, made while it was read; left to
   * itself, the index would read the text back and make them before the commit.
   */
  add(article: number, words: Words): void;
  /** How many articles an index that is made again does not have yet, or only as it was before. */
  readonly left: () => number;
}

/**
 * Keeps `article_fts` equal to the articles: every transaction rewrites the rows its triggers
 * named, undo and redo included. An index made by another tokenizer is made again at leisure.
 * `changed` is told the articles of every transaction, also of one that fails to commit.
 */
export function keepArticleIndex(
  context: LibraryContext,
  changed: (articles: readonly number[]) => void,
): ArticleIndex {
  const { db, commands } = context;
  // Rows wait for the commit: FTS5 ends a segment at every savepoint, and other statements open one.
  const added = new Map<number, Words>();
  const rest = mergeAtRest(context);
  commands.beforeCommit(() => {
    for (const [article, words] of added) insertRow(db, article, words);
    const touched = [...added.keys(), ...takeDirty(db)];
    added.clear();
    if (touched.length === 0) return;
    changed(touched);
    rest();
  });
  commands.afterRollback(() => added.clear());
  return {
    left: rebuildIfOutdated(context),
    add(article, words) {
      db.prepare('DELETE FROM fts_dirty WHERE article = ?').run(article);
      added.set(article, words);
    },
  };
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
  db.prepare('DELETE FROM article_fts WHERE rowid = ?').run(article);
  if (row !== undefined) insertRow(db, article, { ...row, body: columnsOf(row.text) });
}

function insertRow(db: Database, article: number, { title, text, body }: Words): void {
  const head = columnsOf(title);
  db.prepare(
    'INSERT INTO article_fts (rowid, title, body, title_s, body_s) VALUES (?, ?, ?, ?, ?)',
  ).run(article, head.terms ?? title, body.terms ?? text, head.stems, body.stems);
}
