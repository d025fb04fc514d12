import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/contract/methods/settings.ts';
import { testNotebook, type TestNotebook } from '../library/search/test-notebook.ts';
import { connectLibrary, type ConnectedLibrary } from './connect-library.ts';

const words = ['anchor', 'basalt', 'copper', 'dynamo', 'ember'];
let notebook: TestNotebook;
let reader: ConnectedLibrary;
beforeAll(async () => {
  notebook = testNotebook();
  const filler = Array.from({ length: 12_000 }, (_, i) => `w${i % 977}`).join(' ');
  notebook.addArticles(
    Array.from({ length: 200 }, (_, i) => ({
      title: `Report ${i}`,
      text: `${words[i % words.length]} ${filler}`,
    })),
  );
  reader = await connectLibrary({
    dir: notebook.context.dir,
    readOnly: true,
    settings: { get: async () => defaultSettings, set: async () => defaultSettings },
    workerUrl: new URL('../library-worker.ts', import.meta.url),
    resources: new URL('../../../resources/', import.meta.url),
    parserWorkerUrl: new URL('../parser-worker.ts', import.meta.url),
  });
});
afterAll(async () => {
  await reader.close();
  notebook.dispose();
});

test('a query that has begun lets others pass, and ends when it is wanted no more', async () => {
  const abort = new AbortController();
  let ended = false;
  const slow = reader
    .call('search.query', { q: words.join(' '), in: 'articles' }, abort.signal)
    .finally(() => (ended = true));
  expect(await reader.call('library.info', {})).toMatchObject({ counts: { articles: 200 } });
  expect(ended).toBe(false);
  abort.abort();
  await expect(slow).rejects.toMatchObject({
    code: 'cancelled',
    message: expect.stringContaining('not finished') as string,
  });
  const { groups } = (await reader.call('search.query', { q: 'ember', in: 'articles' })) as {
    groups: { total: number }[];
  };
  expect(groups[0]?.total).toBe(40);
});
