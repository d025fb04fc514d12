import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { searchColumns } from '../storage/migrations/0009-search.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeEach(() => {
  notebook = testNotebook();
});
afterEach(() => notebook.dispose());

const found = async (q: string) => {
  const { groups } = await notebook.search({ q, in: 'articles' });
  return groups[0]?.items.map(({ title }) => title) ?? [];
};
const db = () => notebook.context.db;
const indexed = () =>
  db()
    .prepare<{ term: string; doc: number; cnt: number }>(
      'SELECT term, col, doc, cnt FROM article_vocabulary ORDER BY term, col',
    )
    .all();

const left = async () => (await notebook.search({ q: 'harbour' })).building ?? 0;
const built = () => vi.waitFor(async () => expect(await left()).toBe(0));

describe('the index of articles', () => {
  it('is the same after undo and redo of an import', async () => {
    notebook.addArticles([{ title: 'Old', text: 'harbour news' }]);
    const before = indexed();
    notebook.addArticles([
      { title: 'New', text: 'harbour meetings' },
      { title: '港', text: '会談\0の予定' },
    ]);
    const after = indexed();
    notebook.context.commands.undo();
    expect(indexed()).toEqual(before);
    expect(await found('meetings')).toEqual([]);
    notebook.context.commands.redo();
    expect(indexed()).toEqual(after);
    expect(await found('meeting')).toEqual(['New']);
  });

  it('follows a corrected title, a new text version and the trash, and their undo', async () => {
    const [seq = 0] = notebook.addArticles([{ title: 'Ferri', text: 'first words' }]);
    notebook.run(() => db().prepare('UPDATE articles SET title = ?').run('Ferry'));
    expect([await found('ferri'), await found('title:ferry')]).toEqual([['Ferry'], ['Ferry']]);
    expect(await found('"ferri"')).toEqual([]);
    notebook.run(() => {
      db()
        .prepare(
          `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
           SELECT article, 2, 'second words', hash, blocks, marks, created FROM texts`,
        )
        .run();
      db().prepare('UPDATE articles SET version = 2').run();
    });
    expect([await found('first'), await found('second')]).toEqual([[], ['Ferry']]);
    notebook.run(() => db().prepare('UPDATE articles SET trashed = ? WHERE seq = ?').run('x', seq));
    expect(await found('words')).toEqual([]);
    expect(indexed()).toEqual([]);
    for (let i = 0; i < 3; i++) notebook.context.commands.undo();
    expect([await found('first'), await found('"ferri"')]).toEqual([['Ferri'], ['Ferri']]);
  });

  it('is rolled back with the command that fails', async () => {
    notebook.addArticles([{ title: 'One', text: 'harbour news' }]);
    const before = indexed();
    notebook.context.commands.beforeCommit(() => {
      throw new Error('full');
    });
    expect(() => notebook.addArticles([{ title: 'Half', text: 'half done' }])).toThrow('full');
    expect(indexed()).toEqual(before);
    expect(await found('half')).toEqual([]);
  });

  it('is made again where another tokenizer made it', async () => {
    notebook.addArticles([
      { title: 'One', text: 'harbour news' },
      { title: 'Two', text: 'harbour talks' },
    ]);
    const before = indexed();
    notebook.context.commands.quietly(null, () => {
      db().prepare(`UPDATE meta SET value = 0 WHERE key = 'search.tokenizer'`).run();
      db().prepare('DELETE FROM article_fts WHERE rowid > 0').run();
    });
    expect(await found('harbour')).toEqual([]);
    notebook.reopen();
    await built();
    expect(await found('harbour')).toHaveLength(2);
    expect(indexed()).toEqual(before);
  });

  it('is made again where a migration has laid it out anew', async () => {
    notebook.addArticles([{ title: 'Harbour', text: 'news of meetings' }]);
    const before = indexed();
    db().exec(searchColumns);
    expect(indexed()).toEqual([]);
    notebook.reopen();
    await built();
    expect(indexed()).toEqual(before);
    expect(await found('title:harbour meeting')).toEqual(['Harbour']);
  });

  it('is made again while a small library opens', async () => {
    notebook.addArticles([{ title: 'One', text: 'harbour news' }]);
    const before = indexed();
    db().exec(searchColumns);
    expect(indexed()).toEqual([]);
    notebook.reopen();
    expect(indexed()).toEqual(before);
    expect(await left()).toBe(0);
  });

  it('is made again at leisure, says what is left, and goes on where it was interrupted', async () => {
    notebook.addArticles(
      Array.from({ length: 600 }, (_, index) => ({ title: `No ${index}`, text: 'harbour news' })),
    );
    const before = indexed();
    db().exec(searchColumns);
    notebook.reopen();
    expect(await left()).toBe(600);
    await vi.waitFor(async () => expect(await left()).toBeLessThan(600));
    notebook.reopen();
    const remaining = await left();
    expect(remaining).toBeLessThan(600);
    expect(remaining).toBeGreaterThan(0);
    const { building = 0, groups } = await notebook.search({ q: 'harbour', in: 'articles' });
    expect(building).toBeLessThanOrEqual(remaining);
    // The next step may come between the two counts of a slow machine.
    expect(groups[0]?.total).toBeGreaterThanOrEqual(600 - building);
    notebook.addArticles([{ title: 'New', text: 'harbour' }]);
    notebook.context.commands.undo();
    await built();
    expect(indexed()).toEqual(before);
    notebook.reopen();
    expect(await left()).toBe(0);
  });
});
