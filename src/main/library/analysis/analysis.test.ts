import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const both = 'Orla Quinn met Ruth Vale.\nRuth Vale left Arden.';
const apart = 'Orla Quinn spoke.\nRuth Vale slept.';

async function notebook() {
  const ids: Record<string, string> = {};
  for (const [title, text, outlet, issued] of [
    ['Both', both, 'Courier', '2031-03-11'],
    ['Apart', apart, 'Ledger', '2031-02'],
    ['Trashed', both, 'Courier', '2031-04-01'],
    ['Undated', 'Arden was calm.', null, null],
  ] as const) {
    const id = plantArticle(library.dir, text, { title });
    await library.call('articles.update', { id, issued, 'container-title': outlet });
    ids[title] = id;
  }
  for (const [name, kind] of [
    ['Orla Quinn', 'person'],
    ['Ruth Vale', 'person'],
    ['Arden', 'state'],
  ] as const) {
    ids[name] = (await library.call('actors.create', { kind, name })).id;
  }
  await library.call('articles.delete', { id: ids['Trashed'] ?? '' });
  return (name: string): string => ids[name] ?? '';
}

test('who is named with whom, over the library and for one actor', async () => {
  const id = await notebook();
  const { actors, ties } = await library.call('analysis.network', {});
  expect(actors.map(({ name, articles, mentions }) => [name, articles, mentions])).toEqual([
    ['Ruth Vale', 2, 3],
    ['Arden', 2, 2],
    ['Orla Quinn', 2, 2],
  ]);
  const between = ties.map(({ actorIds, articles }) => [[...actorIds].toSorted(), articles]);
  expect(between).toEqual(
    expect.arrayContaining([
      [[id('Orla Quinn'), id('Ruth Vale')].toSorted(), 2],
      [[id('Arden'), id('Orla Quinn')].toSorted(), 1],
    ]),
  );
  const { items } = await library.call('analysis.company', { actorId: id('Arden') });
  expect(items.map(({ name, articles, mentions }) => [name, articles, mentions])).toEqual([
    ['Ruth Vale', 1, 2],
    ['Orla Quinn', 1, 1],
  ]);
});

test('a count leads to its passages: paragraphs with all of them, else where one is named', async () => {
  const id = await notebook();
  const actorIds = [id('Orla Quinn'), id('Ruth Vale')];
  const found = await library.call('analysis.passages', { actorIds });
  expect(found.items).toEqual([
    { articleId: id('Both'), start: 0, end: both.indexOf('\n'), together: true },
    { articleId: id('Apart'), start: 0, end: 10, together: false },
  ]);
  expect(found.articles.map(({ title }) => title)).toEqual(['Both', 'Apart']);
  expect(found.articleTotal).toBe(2);
  const next = await library.call('analysis.passages', { actorIds, limit: 1, offset: 1 });
  expect(next.articles.map(({ title }) => title)).toEqual(['Apart']);
  expect(next.articleTotal).toBe(2);
  const inOutlet = await library.call('analysis.passages', { actorIds, outlet: 'Ledger' });
  expect(inOutlet.articles.map(({ title }) => title)).toEqual(['Apart']);
  const nowhere = { actorIds: [id('Arden')], outlet: null };
  expect((await library.call('analysis.passages', nowhere)).items).toEqual([
    { articleId: id('Undated'), start: 0, end: 'Arden was calm.'.length, together: true },
  ]);
});

test('coverage counts actors by outlet, unknown ones apart', async () => {
  const id = await notebook();
  const { outlets, cells } = await library.call('analysis.coverage', {});
  expect(outlets.map(({ outlet, articles }) => [outlet, articles])).toEqual(
    expect.arrayContaining([
      ['Courier', 1],
      ['Ledger', 1],
      [null, 1],
    ]),
  );
  expect(cells).toContainEqual({
    actorId: id('Ruth Vale'),
    outlet: 'Courier',
    articles: 1,
    mentions: 2,
  });
  expect(cells).toContainEqual({ actorId: id('Arden'), outlet: null, articles: 1, mentions: 1 });
  const rest = await library.call('analysis.coverage', { limit: 2, offset: 2 });
  expect(rest.actors.map(({ name }) => name)).toEqual(['Orla Quinn']);
  expect(rest.actorTotal).toBe(3);
  expect(new Set(rest.cells.map(({ actorId }) => actorId))).toEqual(new Set([id('Orla Quinn')]));
});

test('the timeline is newest first, undated last, of the library or of one actor', async () => {
  const id = await notebook();
  const titles = async (actorId?: string) =>
    (await library.call('analysis.timeline', actorId === undefined ? {} : { actorId })).items.map(
      ({ article }) => article.title,
    );
  expect(await titles()).toEqual(['Both', 'Apart', 'Undated']);
  expect(await titles(id('Arden'))).toEqual(['Both', 'Undated']);
  await expect(titles('none')).rejects.toMatchObject({ code: 'not-found' });
});
