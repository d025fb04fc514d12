import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
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
    const passages = await library.call('annotations.list', { actorId: ruth });
    const named = await library.call('actors.list', { articleId });
    const info = await library.call('library.info', {});
    const found = await library.call('search.query', { q: 'actor:"Ruth Berg"', facets: true });
    return {
      mentions,
      articles,
      company: items.length,
      passages: passages.total,
      named: named.items.map(({ name }) => name).sort(),
      all: info.counts.mentions,
      found: found.groups.map(({ total }) => total),
      facet: found.facets?.actor.map(({ value }) => value).sort(),
    };
  };
  const seen = {
    mentions: 1,
    articles: 1,
    company: 1,
    passages: 1,
    named: ['Orla Quinn', 'Ruth Berg'],
    all: 3,
    found: [1, 1, 0, 0, 1],
    facet: ['Orla Quinn', 'Ruth Berg'],
  };
  const hidden = {
    mentions: 0,
    articles: 0,
    company: 0,
    passages: 0,
    named: ['Orla Quinn'],
    all: 2,
    found: [0, 0, 0, 0, 1],
    facet: ['Orla Quinn'],
  };
  await library.call('annotations.create', {
    articleId,
    start: text.indexOf('Ruth'),
    end: text.indexOf(' at the lake'),
    motivation: 'highlighting',
  });
  expect(await counts()).toEqual(seen);
  await library.call('articles.hide', { id: articleId, start, end: start + line.length });
  expect(await counts()).toEqual(hidden);
  const { items } = await library.call('mentions.list', { articleId });
  expect(items.map((item) => [item.text, item.hidden])).toEqual([
    ['Orla Quinn', undefined],
    ['Ruth Berg', true],
    ['Orla Quinn', undefined],
  ]);
  await library.call('history.undo', {});
  expect(await counts()).toEqual(seen);
  await library.call('history.redo', {});
  await library.call('articles.unhide', { id: articleId });
  expect(await counts()).toEqual(seen);
});

test('a mention that is rejected, or open between two, is in no count', async () => {
  const articleId = plantArticle(
    library.dir,
    'Ann Vale met Tom Vale. Vale spoke. Orla Quinn left.',
  );
  const [ann, tom, orla] = await Promise.all(
    ['Ann Vale', 'Tom Vale', 'Orla Quinn'].map(
      async (name) => (await library.call('actors.create', { kind: 'person', name })).id,
    ),
  );
  const [left] = (await library.call('mentions.list', { actorId: orla ?? '' })).items;
  await library.call('mentions.update', {
    actorId: orla ?? '',
    articleId,
    start: left?.start ?? 0,
    end: left?.end ?? 0,
    status: 'rejected',
  });
  const counts = await Promise.all(
    [ann, tom, orla].map(
      async (id) => (await library.call('actors.get', { id: id ?? '' })).mentions,
    ),
  );
  expect(counts).toEqual([1, 1, 0]);
  expect((await library.call('library.info', {})).counts.mentions).toBe(2);
});
