import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArticleTitles } from './article-titles.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

const count = 4500;
let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles(
    Array.from({ length: count }, (_, n) => ({ title: `The harbour ${n}`, text: '' })),
  );
});
afterAll(() => notebook.dispose());

it('lets others have the thread while it looks through many titles', async () => {
  const titles = new ArticleTitles(notebook.context.db);
  let pauses = 0;
  await titles.ready(['har', 'quay'], () => {
    pauses++;
    return Promise.resolve();
  });
  expect(pauses).toBe(4);
  expect(titles.startingWith('har')).toHaveLength(count);
  expect(titles.startingWith('quay')).toHaveLength(0);
});

it('forgets what it found where a title was changed meanwhile', async () => {
  const { db } = notebook.context;
  const titles = new ArticleTitles(db);
  let isChanged = false;
  await titles.ready(['quay'], () => {
    if (isChanged) return Promise.resolve();
    isChanged = true;
    notebook.run(() =>
      db.prepare(`UPDATE articles SET title = 'A quay' WHERE seq = ${count}`).run(),
    );
    titles.changed([count]);
    return Promise.resolve();
  });
  expect(isChanged).toBe(true);
  expect([...titles.startingWith('quay')]).toEqual([count]);
});
