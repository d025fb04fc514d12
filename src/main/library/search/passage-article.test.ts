import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => void (library = testLibrary(parseInProcess)));
afterEach(() => library.dispose());

/** What is said beside the passage found. */
async function detail(): Promise<string | undefined> {
  const { groups } = await library.call('search.query', { q: 'ferry', in: 'annotations' });
  return groups[0]?.items[0]?.detail;
}

test('a passage found names the outlet and date its article has now', async () => {
  const text = 'Quay\n\nThe ferry sailed at noon.';
  const { imported } = await library.call('import.run', { sources: [{ name: 'quay.txt', text }] });
  const articleId = imported[0]?.articleId ?? '';
  const place = { articleId, start: 6, end: 20, motivation: 'highlighting' } as const;
  await library.call('annotations.create', place);
  expect(await detail()).toBe('n.d.');
  await library.call('articles.update', { id: articleId, 'container-title': 'Courier' });
  expect(await detail()).toBe('Courier · n.d.');
  await library.call('articles.update', { id: articleId, issued: '2031-03' });
  expect(await detail()).toBe('Courier · 2031-03');
  await library.call('history.undo', {});
  expect(await detail()).toBe('Courier · n.d.');
  await library.call('history.undo', {});
  expect(await detail()).toBe('n.d.');
  await library.call('history.redo', {});
  expect(await detail()).toBe('Courier · n.d.');
});

test('an article found is listed as it is now', async () => {
  const text = 'Quay\n\nShare the ferry\n\nThe ferry sailed at noon.';
  const { imported } = await library.call('import.run', { sources: [{ name: 'quay.txt', text }] });
  const articleId = imported[0]?.articleId ?? '';
  const listed = async () => {
    const { groups } = await library.call('search.query', { q: 'ferry', in: 'articles' });
    const { title, detail, snippet } = groups[0]?.items[0] ?? {};
    return [title, detail, snippet?.text];
  };
  const all = 'Share the ferry · The ferry sailed at noon.';
  expect(await listed()).toEqual(['Quay', 'n.d.', all]);
  await library.call('articles.update', { id: articleId, title: 'Pier', issued: '2031' });
  expect(await listed()).toEqual(['Pier', '2031', `Quay · ${all}`]);
  await library.call('history.undo', {});
  expect(await listed()).toEqual(['Quay', 'n.d.', all]);
  await library.call('articles.hide', { id: articleId, start: 6, end: 21 });
  expect(await listed()).toEqual(['Quay', 'n.d.', 'The ferry sailed at noon.']);
});
