import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

test('excerpts show whole words around a place, on one line', async () => {
  const text = 'The ferry left the harbour.\nOrla Quinn waved from the quay all morning.';
  const articleId = plantArticle(library.dir, text, { title: 'Ferry' });
  const start = text.indexOf('Orla');
  const place = { articleId, start, end: start + 10 };
  const { items } = await library.call('articles.excerpts', { places: [place], around: 14 });
  expect(items).toEqual([
    {
      ...place,
      title: 'Ferry',
      before: 'the harbour. ',
      words: 'Orla Quinn',
      after: ' waved from',
    },
  ]);
});

test('an article that is not there is said', async () => {
  const places = [{ articleId: 'none', start: 0, end: 1 }];
  await expect(library.call('articles.excerpts', { places })).rejects.toMatchObject({
    code: 'not-found',
  });
});
