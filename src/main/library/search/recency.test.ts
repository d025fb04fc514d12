import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseQuery } from '../../../shared/query/parse.ts';
import { findArticles, type PageRequest } from './article-search.ts';
import { searchEngine } from './engine.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

const dates = [
  '2025-02-14',
  '2024',
  '2024-05',
  'XXXX-05-01',
  '2019-12-31',
  '2024-05-03',
  '1900-01-01',
];
const count = 1000;

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles(
    Array.from({ length: count }, (_, i) => {
      const issued = dates[i % 8];
      return {
        id: `a${i}`,
        title: i % 5 === 0 ? 'Ferry' : 'News',
        text: `${'ferry '.repeat(1 + (i % 3))}${'calm sea '.repeat(i % 11)}`,
        ...(issued === undefined ? {} : { issued }),
      };
    }),
  );
});
afterAll(() => notebook.dispose());

const noPause = () => Promise.resolve();
const page: PageRequest = { sort: 'recency', offset: 0, limit: count };

it.each(['ferry', 'title:ferry', 'ferry sea', 'sea OR title:news'])(
  '%s has the newer of similar articles first, as FTS5 would rank them',
  async (q) => {
    const { db } = notebook.context;
    const engine = searchEngine(notebook.context);
    const condition = engine.condition(parseQuery(q).tree);
    const found = await engine.words.find(condition, page, noPause);
    expect(found).toEqual(findArticles(db, condition, page));
  },
);

it.each(['ferry', 'ferry sea', 'title:ferry -sea', '"calm sea"'])(
  '%s by date is in the order SQLite gives',
  async (q) => {
    const { db } = notebook.context;
    const engine = searchEngine(notebook.context);
    const condition = engine.condition(parseQuery(q).tree);
    const byDate = { ...page, sort: 'date' } as const;
    const found = await engine.words.find(condition, byDate, noPause);
    expect(found?.total).toBeGreaterThan(10);
    expect(found).toEqual(findArticles(db, condition, byDate));
  },
);

it('follows a date that is corrected', async () => {
  const first = async () =>
    (await notebook.search({ q: 'title:ferry', sort: 'recency' })).groups[0];
  expect((await first())?.items[0]?.id).not.toBe('a5');
  notebook.run(() => {
    notebook.context.db
      .prepare(`UPDATE articles SET issued = '2027-01-01' WHERE id IN ('a5', 'a35')`)
      .run();
  });
  expect((await first())?.items.slice(0, 2).map(({ id }) => id)).toEqual(['a35', 'a5']);
});
