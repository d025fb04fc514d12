import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles(
    Array.from({ length: 5200 }, (_, i) => ({
      id: `a${i}`,
      title: i % 100 === 0 ? 'Harbour' : 'News',
      text: i % 2 === 0 ? 'harbour even' : 'harbour odd harbour',
      outlet: i % 3 === 0 ? 'Post' : 'Times',
      issued: `2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
    })),
  );
});
afterAll(() => notebook.dispose());

/** Ids of all pages, and what the answers said about totals and bounds. */
async function pages(q: string, sort: 'relevance' | 'recency' | 'date', thorough = false) {
  const ids: string[] = [];
  let cursor: string | undefined;
  let total = 0;
  for (let more = true; more;) {
    const answer = await notebook.search({
      q,
      sort,
      in: 'articles',
      limit: 190,
      thorough,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const group = answer.groups[0];
    ids.push(...(group?.items.map(({ id }) => id) ?? []));
    total = group?.total ?? 0;
    cursor = group?.nextCursor ?? undefined;
    more = cursor !== undefined;
  }
  return { ids, total };
}

describe('paging', () => {
  it.each([
    ['harbour', 'relevance', 5200],
    ['harbour', 'recency', 5200],
    ['harbour', 'date', 5200],
    ['har*', 'relevance', 5200],
    ['even', 'relevance', 2600],
    ['harbour outlet:post', 'relevance', 1734],
    ['outlet:post', 'relevance', 1734],
    ['harbour -outlet:nobody', 'relevance', 5200],
  ] as const)('%s by %s gives every article once', async (q, sort, total) => {
    const all = await pages(q, sort);
    expect(all.total).toBe(total);
    expect(new Set(all.ids).size).toBe(total);
    expect(all.ids).toHaveLength(total);
  });

  it.each(['harbour', 'harbour -outlet:nobody', 'har*', 'harbour -even'])(
    '%s is ranked as a whole where that was asked for',
    async (q) => {
      const all = await pages(q, 'relevance', true);
      expect(new Set(all.ids).size).toBe(all.total);
      expect(all.ids).toHaveLength(all.total);
      const oldest = all.ids.indexOf('a0');
      if (!q.includes('-even')) expect(oldest).toBeLessThan(52);
    },
  );

  it('looks for the first letters of a word half typed in titles only', async () => {
    const q = { in: 'articles', limit: 1 } as const;
    const asked = await notebook.search({ ...q, q: 'e*', typing: true });
    expect([asked.groups[0]?.total, asked.titlesOnly]).toEqual([2600, undefined]);
    const typed = await notebook.search({ ...q, q: 'e', typing: true, thorough: true });
    expect([typed.groups[0]?.total, typed.titlesOnly]).toEqual([0, undefined]);
  });

  it('puts titles first, and newest dates first on demand', async () => {
    const { groups } = await notebook.search({ q: 'harbour', in: 'articles', limit: 5 });
    expect(groups[0]?.items.map(({ title }) => title)).toEqual(Array(5).fill('Harbour'));
    const dated = await notebook.search({ q: 'harbour', in: 'articles', sort: 'date', limit: 3 });
    const dates = dated.groups[0]?.items.map(({ detail }) => detail?.split(' · ')[1]);
    expect(dates).toEqual(Array(3).fill('2025-01-28'));
  });

  it('refuses a cursor it did not give', async () => {
    await expect(notebook.search({ q: 'harbour', cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
