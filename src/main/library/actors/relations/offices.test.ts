import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const text = "Estholm's prime minister spoke. A chairman did not.";
const make = async (kind: 'person' | 'state', name: string) =>
  (await library.call('actors.create', { kind, name })).id;
const found = async (articleId: string) =>
  (await library.call('mentions.list', { articleId })).items
    .filter((mention) => mention.text === 'prime minister')
    .map(({ actorId, status }) => [actorId, status]);

test('an office stands for who held it when the article was issued, and says why', async () => {
  const article = plantArticle(library.dir, text);
  const [estholm, orla, ruth] = [
    await make('state', 'Estholm'),
    await make('person', 'Orla Quinn'),
    await make('person', 'Ruth Vale'),
  ];
  const held = { kind: 'office', object: estholm, title: 'Prime Minister' } as const;
  await library.call('relations.create', {
    ...held,
    subject: orla,
    from: '2031',
    until: '2033-04',
  });
  const { id } = await library.call('relations.create', {
    ...held,
    subject: ruth,
    from: '2033-05',
  });
  expect(await found(article)).toEqual([]);

  await library.call('articles.update', { id: article, issued: '2032-07-01' });
  expect(await found(article)).toEqual([[orla, 'inferred']]);
  const start = text.indexOf('prime');
  const place = { articleId: article, start, end: start + 'prime minister'.length };
  const { items } = await library.call('mentions.candidates', place);
  expect(items[0]?.office).toEqual({
    title: 'Prime Minister',
    of: 'Estholm',
    from: '2031',
    until: '2033-04',
  });

  await library.call('articles.update', { id: article, issued: '2033-06' });
  expect(await found(article)).toEqual([[ruth, 'inferred']]);
  await library.call('relations.update', { id, title: 'Chairman' });
  expect(await found(article)).toEqual([]);
  await library.call('history.undo', {});
  expect(await found(article)).toEqual([[ruth, 'inferred']]);
  await library.call('actors.delete', { id: ruth });
  expect(await found(article)).toEqual([]);
});

test('who held it at a time that two share is open', async () => {
  const article = plantArticle(library.dir, text);
  await library.call('articles.update', { id: article, issued: '2033' });
  const [estholm, orla, ruth] = [
    await make('state', 'Estholm'),
    await make('person', 'Orla Quinn'),
    await make('person', 'Ruth Vale'),
  ];
  const held = { kind: 'office', object: estholm, title: 'prime minister' } as const;
  await library.call('relations.create', { ...held, subject: orla, until: '2033-04' });
  await library.call('relations.create', { ...held, subject: ruth, from: '2033-05' });
  expect(await found(article)).toEqual([
    [orla, 'open'],
    [ruth, 'open'],
  ]);
});
