import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorage } from '../storage/open.ts';
import type { Database } from '../storage/database.ts';
import { searchHandlers } from './search.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
});
afterAll(() => notebook.dispose());

it('a process that only reads finds what the writer adds', async () => {
  const { context } = notebook;
  notebook.addArticles([{ title: 'Harbour', text: 'The ferry sails.' }]);
  const storage = openStorage(context.dir, {
    now: context.now,
    emit: context.emit,
    readOnly: true,
  });
  try {
    const { 'search.query': search } = searchHandlers({ ...context, ...storage });
    const totals = async (q: string) =>
      (await search({ q, limit: 20, typing: true })).groups.map(({ total }) => total);
    expect(await totals('ferry')).toEqual([1, 0, 0, 0, 0]);
    expect(await totals('f')).toEqual([0, 0, 0, 0, 0]);
    notebook.addArticles([{ title: 'Ferry', text: 'Another ferry.' }]);
    notebook.insert('actors', {
      id: 'a',
      kind: 'organisation',
      name: 'Ferry company',
      created: '',
      modified: '',
    });
    expect(await totals('ferry')).toEqual([2, 0, 0, 0, 1]);
    expect(await totals('f')).toEqual([1, 0, 0, 0, 1]);
    const titles = async () =>
      (await search({ q: 'ferry', limit: 20 })).groups[0]?.items.map(({ title }) => title);
    expect(await titles()).toEqual(['Ferry', 'Harbour']);
    notebook.run(() =>
      context.db.prepare("UPDATE articles SET title = 'Pier' WHERE title = 'Harbour'").run(),
    );
    expect(await titles()).toEqual(['Ferry', 'Pier']);
  } finally {
    storage.close();
  }
});

/** A connection during whose first reading of the index's pages `meanwhile` happens. */
function interrupted(db: Database, meanwhile: () => void): Database {
  let left = 1;
  return {
    path: db.path,
    get inTransaction() {
      return db.inTransaction;
    },
    exec: (sql) => db.exec(sql),
    close: () => db.close(),
    prepare(sql) {
      if (sql.includes('AS page, block FROM article_fts_data') && left-- > 0) {
        meanwhile();
      }
      return db.prepare(sql);
    },
  };
}

it('finds all there is while the writer merges the pages it is reading', async () => {
  const { context } = notebook;
  for (const island of ['Ahn', 'Estholm', 'Vessa']) {
    notebook.addArticles([{ title: island, text: `The lighthouse of ${island}.` }]);
  }
  const storage = openStorage(context.dir, {
    now: context.now,
    emit: context.emit,
    readOnly: true,
  });
  try {
    let merged = 0;
    const db = interrupted(storage.db, () => {
      merged += 1;
      context.db.exec("INSERT INTO article_fts(article_fts) VALUES ('optimize')");
    });
    const { 'search.query': search } = searchHandlers({ ...context, ...storage, db });
    const { groups } = await search({ q: 'lighthouse', limit: 20 });
    expect(groups[0]?.total).toBe(3);
    expect(merged).toBe(1);
  } finally {
    storage.close();
  }
});
