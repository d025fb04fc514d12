import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

const text =
  'Orla Quinn spoke first. “We wait,” Ms Quinn said. O. Quinn left at noon, and the Quinn office said nothing.';
let library: ReturnType<typeof testLibrary>;
let articleId: string;

beforeEach(() => {
  library = testLibrary();
  articleId = plantArticle(library.dir, text, { title: 'Talks' });
});
afterEach(() => library.dispose());

const place = (words: string) => {
  const start = text.indexOf(words);
  return { articleId, start, end: start + words.length };
};
const idOf = async (label: RegExp) => {
  const { items } = await library.call('history.list', {});
  const found = items.find((item) => label.test(item.label));
  if (found === undefined) throw new Error(`nothing like ${label}`);
  return found.id;
};
const namesOf = async (id: string) =>
  (await library.call('actors.get', { id })).names.map(({ name }) => name);

test('a merge of weeks ago is taken back, and what was done since stays', async () => {
  const quinn = await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
  const office = await library.call('actors.create', {
    kind: 'organisation',
    name: 'Quinn office',
    names: [{ name: 'O. Quinn', scope: 'everywhere' }],
  });
  const early = await library.call('statements.create', {
    ...place('We wait'),
    kind: 'direct',
    speaker: office.id,
  });
  await library.call('actors.merge', { into: quinn.id, from: [office.id] });
  expect(await namesOf(quinn.id)).toEqual(['Orla Quinn', 'Quinn office', 'O. Quinn']);

  await library.reopen();
  const { names } = await library.call('actors.get', { id: quinn.id });
  await library.call('actors.update', {
    id: quinn.id,
    description: 'Envoy',
    names: [...names, { name: 'Ms Quinn', scope: 'everywhere' }],
  });
  await library.call('actors.create', { kind: 'person', name: 'Ruth Vale' });
  const late = await library.call('statements.create', {
    ...place('said nothing'),
    kind: 'claim',
    speaker: quinn.id,
  });
  await library.call('mentions.update', {
    actorId: quinn.id,
    ...place('Orla Quinn'),
    status: 'confirmed',
  });
  await library.reopen();

  const done = await library.call('history.revert', { id: await idOf(/^Merge/) });
  expect(done.label).toBe('Take back: Merge “Quinn office” into “Orla Quinn”');
  expect(await namesOf(quinn.id)).toEqual(['Orla Quinn', 'Ms Quinn']);
  expect(await library.call('actors.get', { id: office.id })).toMatchObject({
    kind: 'organisation',
    names: [
      { name: 'Quinn office', scope: 'everywhere' },
      { name: 'O. Quinn', scope: 'everywhere' },
    ],
  });
  const { items } = await library.call('statements.list', {});
  const speakers = new Map(items.map(({ id, speaker }) => [id, speaker]));
  expect(speakers.get(early.id)).toBe(office.id);
  expect(speakers.get(late.id)).toBe(quinn.id);
  expect((await library.call('actors.get', { id: quinn.id })).description).toBe('Envoy');
  const { items: mentions } = await library.call('mentions.list', { actorId: office.id });
  expect(mentions.map((one) => one.text)).toEqual(['O. Quinn', 'Quinn office']);

  await library.call('history.undo', {});
  expect(await namesOf(quinn.id)).toEqual(['Orla Quinn', 'Quinn office', 'O. Quinn', 'Ms Quinn']);
});

test('so are a split and a name that was given away', async () => {
  const quinn = await library.call('actors.create', {
    kind: 'person',
    name: 'Orla Quinn',
    names: [
      { name: 'O. Quinn', scope: 'everywhere' },
      { name: 'Ms Quinn', scope: 'everywhere' },
    ],
  });
  const vale = await library.call('actors.create', { kind: 'person', name: 'Ruth Vale' });
  const { created } = await library.call('actors.split', { id: quinn.id, names: ['O. Quinn'] });
  await library.call('actors.moveName', { id: quinn.id, name: 'Ms Quinn', to: vale.id });
  await library.call('actors.create', { kind: 'person', name: 'Somebody Else' });

  await library.call('history.revert', { id: await idOf(/^Split/) });
  expect(await namesOf(quinn.id)).toEqual(['Orla Quinn', 'O. Quinn']);
  await expect(library.call('actors.get', { id: created.id })).rejects.toMatchObject({
    code: 'not-found',
  });
  await library.call('history.revert', { id: await idOf(/^Give/) });
  expect(await namesOf(quinn.id)).toEqual(['Orla Quinn', 'O. Quinn', 'Ms Quinn']);
  expect(await namesOf(vale.id)).toEqual(['Ruth Vale']);
});

test('a merge on which something later builds is left, and says on what', async () => {
  const quinn = await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
  const office = await library.call('actors.create', { kind: 'person', name: 'O. Quinn' });
  await library.call('actors.merge', { into: quinn.id, from: [office.id] });
  await library.call('actors.split', { id: quinn.id, names: ['O. Quinn'] });
  await expect(library.call('history.revert', { id: await idOf(/^Merge/) })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Split “O. Quinn” off “Orla Quinn”'),
  });
});
