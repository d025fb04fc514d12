import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const text =
  'Orla Quinn left on 9 March 2029.\nTalks went on in May 2030.\nRuth Vale spoke on Monday.';

async function notebook() {
  const dated = plantArticle(library.dir, text, { title: 'Dated' });
  const undated = plantArticle(library.dir, 'It was agreed on Nov. 4.', { title: 'Undated' });
  await library.call('articles.update', { id: dated, issued: '2031-03-12' });
  const { id: quinn } = await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
  return { dated, undated, quinn };
}

const words = async (input: Parameters<typeof library.call<'analysis.events'>>[1]) =>
  (await library.call('analysis.events', input)).items.map(
    ({ date, inferred, sentence }) => `${date ?? 'none'}${inferred ? '?' : ''} ${sentence.text}`,
  );

test('published and spoken of are counted apart, by year, month and day', async () => {
  await notebook();
  const periods = (zoom: 'year' | 'month' | 'day') => library.call('analysis.periods', { zoom });
  expect(await periods('year')).toEqual({
    items: [
      { period: '2029', articles: 0, events: 1 },
      { period: '2030', articles: 0, events: 1 },
      { period: '2031', articles: 1, events: 1 },
    ],
    undated: { articles: 1, events: 1 },
    pending: 0,
  });
  expect((await periods('day')).items.map(({ period }) => period)).toEqual([
    '2029-03-09',
    '2030-05',
    '2031-03-10',
    '2031-03-12',
  ]);
});

test('a count leads to its sentences, and those to who is named in them', async () => {
  const { dated, quinn } = await notebook();
  const { items } = await library.call('analysis.events', { zoom: 'year', period: '2029' });
  expect(items).toEqual([
    {
      articleId: dated,
      start: text.indexOf('9 March'),
      end: text.indexOf('9 March') + 12,
      date: '2029-03-09',
      until: null,
      inferred: false,
      sentence: { start: 0, end: 32, text: 'Orla Quinn left on 9 March 2029.' },
      actors: [{ id: quinn, name: 'Orla Quinn' }],
    },
  ]);
  expect(await words({ actorId: quinn })).toHaveLength(1);
  expect(await words({ period: null })).toEqual(['XXXX-11-04 It was agreed on Nov. 4.']);
  expect(await words({ from: '2030-05-20', until: '2031-01-01' })).toEqual([
    '2030-05 Talks went on in May 2030.',
  ]);
  const { items: articles } = await library.call('analysis.timeline', {
    zoom: 'month',
    period: '2031-03',
  });
  expect(articles.map(({ article }) => article.title)).toEqual(['Dated']);
});

test('another date of publication, a hidden line and the trash change what is known', async () => {
  const { dated, undated } = await notebook();
  await library.call('articles.update', { id: undated, issued: '2032-01' });
  await library.call('articles.update', { id: dated, issued: null });
  expect(await words({ period: null })).toEqual(['none Ruth Vale spoke on Monday.']);
  expect(await words({ from: '2031', until: '2032' })).toEqual([
    '2031-11-04? It was agreed on Nov. 4.',
  ]);
  await library.call('articles.hide', { id: dated, start: 0, end: 32 });
  expect(await words({ zoom: 'year', period: '2029' })).toEqual([]);
  await library.call('articles.delete', { id: dated });
  expect(await words({})).toEqual(['2031-11-04? It was agreed on Nov. 4.']);
});
