import { afterEach, beforeEach, expect, test } from 'vitest';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const text = 'Orla Quinn met Ruth Quinn. Orla Quinn left. Quinn spoke. Later QUINN slept.';

async function notebook() {
  const first = plantArticle(library.dir, text);
  const second = plantArticle(library.dir, text);
  const [orla, ruth] = await Promise.all(
    ['Orla Quinn', 'Ruth Quinn'].map(
      async (name) => (await library.call('actors.create', { kind: 'person', name })).id,
    ),
  );
  return { first, second, orla: orla ?? '', ruth: ruth ?? '' };
}

const statuses = async (articleId: string) =>
  (await library.call('mentions.list', { articleId })).items.map(
    (mention) => `${mention.text} ${mention.status}`,
  );

test('one decision for a name in the whole article, and in all of them, each one step', async () => {
  const { first, second, orla } = await notebook();
  const before = await statuses(first);
  expect(before.filter((one) => one.endsWith('open'))).toHaveLength(4);
  const decide = { actorId: orla, text: 'Quinn', status: 'confirmed' } as const;
  expect(await library.call('mentions.decide', { ...decide, articleId: first })).toEqual({
    changed: 2,
    articles: 1,
  });
  expect((await statuses(first)).slice(-2)).toEqual(['Quinn confirmed', 'QUINN confirmed']);
  expect(await statuses(second)).toEqual(before);
  expect(await library.call('mentions.decide', decide)).toEqual({ changed: 2, articles: 1 });
  expect((await statuses(second)).slice(-2)).toEqual(['Quinn confirmed', 'QUINN confirmed']);
  await library.call('history.undo', {});
  await library.call('history.undo', {});
  expect(await statuses(first)).toEqual(before);
});

test('all mentions of an actor are rejected and taken back at once', async () => {
  const { first, ruth } = await notebook();
  await library.call('mentions.decide', { actorId: ruth, status: 'rejected' });
  expect(await statuses(first)).toContain('Ruth Quinn rejected');
  expect((await library.call('actors.get', { id: ruth })).mentions).toBe(0);
  await library.call('mentions.decide', { actorId: ruth, status: 'proposed' });
  expect(await statuses(first)).toContain('Ruth Quinn proposed');
});

test('the candidates of an open mention come with where they are named, the likelier first', async () => {
  const { first, orla, ruth } = await notebook();
  const start = text.indexOf('Quinn spoke');
  const { text: words, items } = await library.call('mentions.candidates', {
    articleId: first,
    start,
    end: start + 5,
  });
  expect(words).toBe('Quinn');
  expect(items.map(({ actorId, named, status }) => [actorId, named, status])).toEqual([
    [orla, 2, 'open'],
    [ruth, 1, 'open'],
  ]);
  expect(items[0]?.evidence[0]).toEqual({
    start: text.lastIndexOf('Orla'),
    end: text.lastIndexOf('Orla') + 10,
    text: 'Orla Quinn',
  });
});

test('what speaks for an inferred one: the same title, and who else bears the name', async () => {
  const told = 'Chair Orla Quinn met Ruth Quinn. Later Chair Quinn spoke. Ruth Quinn slept.';
  const articleId = plantArticle(library.dir, told);
  const names = ['Orla Quinn', 'Ruth Quinn', 'Ida Quinn', 'Quinnell'];
  const ids: string[] = [];
  for (const name of names) {
    ids.push((await library.call('actors.create', { kind: 'person', name })).id);
  }
  const start = told.indexOf('Quinn spoke');
  const place = { articleId, start, end: start + 5 };
  const found = await library.call('mentions.candidates', place);
  expect(found.items).toMatchObject([
    { actorId: ids[0], status: 'inferred', named: 1, titles: ['chair'] },
  ]);
  expect(found.others).toEqual([
    { actorId: ids[1], name: 'Ruth Quinn', named: 2 },
    { actorId: ids[2], name: 'Ida Quinn', named: 0 },
  ]);
});

test('nobody is meant, here or wherever the same words stand, as one step', async () => {
  const { first } = await notebook();
  const before = await statuses(first);
  const start = text.indexOf('Quinn spoke');
  const place = { articleId: first, start, end: start + 5 };
  expect(await library.call('mentions.dismiss', place)).toEqual({ places: 1 });
  expect((await statuses(first)).slice(-4)).toEqual([
    'Quinn rejected',
    'Quinn rejected',
    'QUINN open',
    'QUINN open',
  ]);
  await library.call('history.undo', {});
  expect(await library.call('mentions.dismiss', { ...place, alike: true })).toEqual({ places: 2 });
  expect((await statuses(first)).filter((one) => one.endsWith('open'))).toEqual([]);
  await library.call('history.undo', {});
  expect(await statuses(first)).toEqual(before);
});

test('a name goes to another actor with what was decided about it, and back with one undo', async () => {
  const { first, orla, ruth } = await notebook();
  const start = text.indexOf('Ruth Quinn');
  const place = { articleId: first, start, end: start + 10 };
  await library.call('actors.update', {
    id: ruth,
    names: ['Ruth Quinn', 'R. Quinn'].map((name) => ({ name, scope: 'everywhere' as const })),
  });
  await library.call('mentions.update', { ...place, actorId: ruth, status: 'confirmed' });
  const before = { actors: await library.call('actors.list', {}), said: await statuses(first) };
  const { from, to } = await library.call('actors.moveName', {
    id: ruth,
    name: 'Ruth Quinn',
    to: orla,
  });
  expect(from).toMatchObject({ name: 'R. Quinn', names: [{ name: 'R. Quinn' }] });
  expect(to.names.map(({ name }) => name)).toEqual(['Orla Quinn', 'Ruth Quinn']);
  const { items } = await library.call('mentions.list', { articleId: first });
  expect(items.find((one) => one.start === start)).toMatchObject({
    actorId: orla,
    status: 'confirmed',
  });
  await expect(
    library.call('actors.moveName', { id: ruth, name: 'R. Quinn', to: orla }),
  ).rejects.toMatchObject({ code: 'invalid-input', field: 'name' });
  await library.call('history.undo', {});
  expect(await library.call('actors.list', {})).toEqual(before.actors);
  expect(await statuses(first)).toEqual(before.said);
});

test('a merge, a split and a re-attached name are taken back weeks of work later', async () => {
  const { first, orla, ruth } = await notebook();
  const before = { mentions: await statuses(first), actors: await library.call('actors.list', {}) };
  await library.call('actors.merge', { into: orla, from: [ruth] });
  const { created } = await library.call('actors.split', { id: orla, names: ['Ruth Quinn'] });
  await library.call('actors.update', {
    id: orla,
    names: [
      { name: 'Orla Quinn', scope: 'everywhere' },
      { name: 'the Premier', scope: { articleId: first } },
    ],
  });
  await library.call('actors.delete', { id: created.id });
  for (let day = 0; day < 40; day += 1) {
    await library.call('annotations.create', {
      articleId: first,
      start: day,
      end: day + 5,
      motivation: 'highlighting',
    });
  }
  await library.reopen();
  for (let step = 0; step < 44; step += 1) await library.call('history.undo', {});
  expect(await statuses(first)).toEqual(before.mentions);
  expect(await library.call('actors.list', {})).toEqual(before.actors);
});
