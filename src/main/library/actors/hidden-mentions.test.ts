import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary({ parse: () => Promise.reject(new Error('no parsing here')) });
});
afterEach(() => library.dispose());

const line = 'Read more: Ruth Berg at the lake';
const text = `Orla Quinn spoke.\n\n${line}\n\nOrla Quinn left.`;

async function notebook() {
  const articleId = plantArticle(library.dir, text);
  const [orla, ruth] = await Promise.all(
    ['Orla Quinn', 'Ruth Berg'].map(
      async (name) => (await library.call('actors.create', { kind: 'person', name })).id,
    ),
  );
  return { articleId, orla: orla ?? '', ruth: ruth ?? '' };
}

test('what is named in a hidden line only is listed as hidden and counted nowhere', async () => {
  const { articleId, orla, ruth } = await notebook();
  const start = text.indexOf(line);
  const counts = async () => {
    const { mentions, articles } = await library.call('actors.get', { id: ruth });
    const { items } = await library.call('analysis.company', { actorId: orla });
    return { mentions, articles, company: items.length };
  };
  expect(await counts()).toEqual({ mentions: 1, articles: 1, company: 1 });
  await library.call('articles.hide', { id: articleId, start, end: start + line.length });
  expect(await counts()).toEqual({ mentions: 0, articles: 0, company: 0 });
  const { items } = await library.call('mentions.list', { articleId });
  expect(items.map((item) => [item.text, item.hidden])).toEqual([
    ['Orla Quinn', undefined],
    ['Ruth Berg', true],
    ['Orla Quinn', undefined],
  ]);
  await library.call('history.undo', {});
  expect(await counts()).toEqual({ mentions: 1, articles: 1, company: 1 });
  await library.call('history.redo', {});
  await library.call('articles.unhide', { id: articleId });
  expect(await counts()).toEqual({ mentions: 1, articles: 1, company: 1 });
});
