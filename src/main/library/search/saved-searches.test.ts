import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeEach(() => {
  notebook = testNotebook();
  notebook.addArticles([
    { title: 'Harbour talks', text: 'The ministers met at the harbour.' },
    { title: 'Ferry strike', text: 'The ferry crews stopped work.' },
  ]);
});
afterEach(() => notebook.dispose());

const list = async () => (await notebook.call('searches.list', {})).items;

describe('saved searches', () => {
  it('are kept by name, each with the results it has now', async () => {
    await notebook.call('searches.create', { q: ' harbour ', name: 'Port' });
    await notebook.call('searches.create', { q: 'ferry in:articles', sort: 'date' });
    expect((await list()).map(({ name, q, sort, count }) => [name, q, sort, count])).toEqual([
      ['ferry in:articles', 'ferry in:articles', 'date', 1],
      ['Port', 'harbour', 'relevance', 1],
    ]);
    notebook.addArticles([{ title: 'More', text: 'Another harbour.' }]);
    notebook.insert('documents', {
      id: 'note',
      kind: 'note',
      title: 'Harbour',
      content: '{}',
      text: '',
      created: '',
      modified: '',
    });
    expect((await list()).map(({ count }) => count)).toEqual([1, 3]);
    notebook.reopen();
    expect((await list()).map(({ count }) => count)).toEqual([1, 3]);
  });

  it('count as many as a search shows', async () => {
    for (const q of [
      'harbour OR ferry',
      '-harbour',
      'title:ferry',
      '((',
      'work~',
      'no such word',
    ]) {
      const { count } = await notebook.call('searches.create', { q });
      const { groups } = await notebook.search({ q });
      expect(count).toBe(groups.reduce((sum, { total }) => sum + total, 0));
    }
  });

  it('are changed, deleted, and all of it undone, also after a restart', async () => {
    const { id } = await notebook.call('searches.create', { q: 'harbour' });
    await notebook.call('searches.update', { id, name: 'Port', q: 'harbour OR ferry' });
    await notebook.call('searches.delete', { id });
    expect(await list()).toEqual([]);
    notebook.reopen();
    const { commands } = notebook.context;
    expect(commands.undo().label).toBe('Delete saved search “Port”');
    expect(await list()).toMatchObject([{ name: 'Port', count: 2 }]);
    commands.undo();
    expect(await list()).toMatchObject([{ id, name: 'harbour', q: 'harbour', count: 1 }]);
    commands.undo();
    expect(await list()).toEqual([]);
    commands.redo();
    expect(await list()).toMatchObject([{ id, name: 'harbour' }]);
  });

  it('refuse a second one of the same query, and one that is not there', async () => {
    const { id } = await notebook.call('searches.create', { q: 'harbour', name: 'Port' });
    const other = await notebook.call('searches.create', { q: 'ferry' });
    const conflict = { code: 'conflict', message: expect.stringContaining('“Port”') as string };
    await expect(notebook.call('searches.create', { q: 'harbour' })).rejects.toMatchObject(
      conflict,
    );
    await expect(
      notebook.call('searches.update', { id: other.id, q: 'harbour' }),
    ).rejects.toMatchObject(conflict);
    await notebook.call('searches.update', { id, q: 'harbour', sort: 'recency' });
    await expect(notebook.call('searches.delete', { id: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the history of searches', () => {
  const history = async () => (await notebook.call('searches.history', {})).items.map(({ q }) => q);

  it('has what was asked last first, each once, and no more than a hundred', async () => {
    for (const q of ['harbour', 'ferry', ' harbour ']) {
      await notebook.call('searches.remember', { q });
    }
    expect(await history()).toEqual(['harbour', 'ferry']);
    for (let i = 0; i < 120; i++) await notebook.call('searches.remember', { q: `word ${i}` });
    const { items } = await notebook.call('searches.history', { limit: 100 });
    expect(items).toHaveLength(100);
    expect(items[0]?.q).toBe('word 119');
  });

  it('is cleared one by one or as a whole, and is nothing to undo', async () => {
    const before = notebook.context.journal.list(10).length;
    for (const q of ['harbour', 'ferry', 'crews']) await notebook.call('searches.remember', { q });
    expect(await notebook.call('searches.forget', { q: 'ferry' })).toEqual({ forgotten: 1 });
    expect(await history()).toEqual(['crews', 'harbour']);
    expect(await notebook.call('searches.forget', {})).toEqual({ forgotten: 2 });
    expect(await history()).toEqual([]);
    expect(notebook.context.journal.list(10)).toHaveLength(before);
  });
});

describe('sorting', () => {
  beforeEach(() => {
    const text = 'A lighthouse keeper spoke of storms and of the lighthouse.';
    notebook.addArticles([
      { id: 'old', title: 'Lighthouse', text, issued: '2019-05' },
      { id: 'new', title: 'Keeper', text, issued: '2026-05-04' },
      { id: 'dateless', title: 'Keeper', text },
      { id: 'yearless', title: 'Keeper', text, issued: 'XXXX-05-04' },
      { id: 'older', title: 'Keeper', text, issued: '2018' },
    ]);
  });
  const ids = async (sort: 'relevance' | 'recency' | 'date', q = 'lighthouse keeper') =>
    (await notebook.search({ q, sort, in: 'articles' })).groups[0]?.items.map(({ id }) => id);

  it('by date has the newest first and those without a year last', async () => {
    expect(await ids('date')).toEqual(['new', 'old', 'older', 'yearless', 'dateless']);
    expect(await ids('date', 'lighthouse after:2019')).toEqual(['new', 'old']);
  });

  it('by recency has the newer of similar ones first, and keeps what fits far better', async () => {
    expect((await ids('recency', 'keeper'))?.[0]).toBe('new');
    expect((await ids('relevance', 'title:lighthouse OR storms'))?.[0]).toBe('old');
    expect((await ids('recency', 'title:lighthouse OR storms'))?.[0]).toBe('old');
    expect((await ids('recency'))?.length).toBe(5);
  });
});
