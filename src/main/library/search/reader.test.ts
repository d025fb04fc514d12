import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorage } from '../storage/open.ts';
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
  } finally {
    storage.close();
  }
});
