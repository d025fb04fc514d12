import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { actorSchema } from '../../../shared/model/actor.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

async function article(text: string, name = `${crypto.randomUUID()}.txt`): Promise<string> {
  const { imported, failed } = await library.call('import.run', { sources: [{ name, text }] });
  expect(failed).toEqual([]);
  return imported[0]?.articleId ?? '';
}

const person = (name: string, ...others: string[]) =>
  library.call('actors.create', {
    kind: 'person',
    name,
    names: others.map((other) => ({ name: other, scope: 'everywhere' as const })),
  });

/** "words status" of every mention. */
async function mentions(filter: { actorId?: string; articleId?: string } = {}): Promise<string[]> {
  const { items } = await library.call('mentions.list', filter);
  return items.map(({ text, status }) => `${text} ${status}`);
}

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : null),
  );

describe('mentions follow the names', () => {
  it('finds them in articles there are and in articles that come', async () => {
    const first = await article('Premier Orla Quinn arrived. Quinn spoke.');
    const { id } = await person('Orla Quinn');
    const second = await article('QUINN Orla left.');
    expect(await mentions({ articleId: first })).toEqual(['Orla Quinn proposed', 'Quinn inferred']);
    expect(await mentions({ articleId: second })).toEqual(['QUINN Orla proposed']);
    const actor = await library.call('actors.get', { id });
    expect(actorSchema.parse(actor)).toMatchObject({ mentions: 3, articles: 2, open: 0 });
    expect((await library.call('actors.list', { articleId: second })).items).toEqual([actor]);
  });

  it('forgets them with the name, the actor, the article; undo brings each back', async () => {
    const articleId = await article('Orla Quinn and the Taoiseach.');
    const { id } = await person('Orla Quinn', 'Taoiseach');
    const all = await mentions();
    expect(all).toHaveLength(2);
    const steps = [
      () =>
        library.call('actors.update', { id, names: [{ name: 'Orla Quinn', scope: 'everywhere' }] }),
      () => library.call('actors.delete', { id }),
      () => library.call('articles.delete', { id: articleId }),
    ];
    for (const [index, step] of steps.entries()) {
      await step();
      const after = await mentions();
      expect(after).toHaveLength(index === 0 ? 1 : 0);
      await library.call('history.undo', {});
      expect(await mentions()).toEqual(all);
      await library.call('history.redo', {});
      expect(await mentions()).toEqual(after);
      await library.call('history.undo', {});
    }
    await library.reopen();
    expect(await mentions()).toEqual(all);
  });

  it('keeps names to their scope', async () => {
    const here = await article('The Chief met aides.');
    const elsewhere = await article('The Chief was away.');
    await library.call('actors.create', {
      kind: 'person',
      name: 'Orla Quinn',
      names: [{ name: 'the Chief', scope: { articleId: here } }],
    });
    expect(await mentions({ articleId: here })).toEqual(['Chief proposed']);
    expect(await mentions({ articleId: elsewhere })).toEqual([]);
  });

  it('takes a name off a surname as soon as another actor shares it', async () => {
    await article('Orla Quinn met Ruth Quinn. Quinn spoke.');
    const { id } = await person('Orla Quinn');
    await person('Ruth Quinn');
    expect(await mentions()).toEqual([
      'Orla Quinn proposed',
      'Ruth Quinn proposed',
      'Quinn open',
      'Quinn open',
    ]);
    expect(await library.call('actors.get', { id })).toMatchObject({ mentions: 1, open: 1 });
  });
});

describe('decisions', () => {
  it('chooses the owner of an open mention, and lets go again', async () => {
    const articleId = await article('Orla Quinn met Ruth Quinn. Quinn spoke.');
    const { id: actorId } = await person('Orla Quinn');
    await person('Ruth Quinn');
    const open = (await library.call('mentions.list', { articleId })).items.find(
      ({ status }) => status === 'open',
    );
    const place = { actorId, articleId, start: open?.start ?? 0, end: open?.end ?? 0 };
    const confirmed = await library.call('mentions.update', { ...place, status: 'confirmed' });
    expect(confirmed).toMatchObject({ text: 'Quinn', status: 'confirmed' });
    expect((await mentions()).slice(2)).toEqual(['Quinn confirmed']);
    await library.call('mentions.update', { ...place, status: 'proposed' });
    expect((await mentions()).slice(2)).toEqual(['Quinn open', 'Quinn open']);
    await library.call('mentions.update', { ...place, status: 'rejected' });
    expect((await mentions()).slice(2).sort()).toEqual(['Quinn inferred', 'Quinn rejected']);
    await library.call('history.undo', {});
    expect((await mentions()).slice(2)).toEqual(['Quinn open', 'Quinn open']);
  });

  it('survives a change of the names', async () => {
    const articleId = await article('Orla Quinn spoke. Quinn left.');
    const { id: actorId } = await person('Orla Quinn');
    const [, short] = (await library.call('mentions.list', { articleId })).items;
    if (short === undefined) throw new Error('no surname found');
    const { start, end } = short;
    await library.call('mentions.update', { actorId, articleId, start, end, status: 'rejected' });
    await library.call('actors.update', { id: actorId, name: 'Orla M. Quinn' });
    expect(await mentions()).toEqual(['Orla Quinn proposed', 'Quinn rejected']);
  });

  it('refuses a place that is not in the text or holds no mention', async () => {
    const articleId = await article('Orla Quinn spoke.');
    const { id: actorId } = await person('Orla Quinn');
    const decide = (start: number, end: number, status: 'confirmed' | 'rejected') =>
      errorOf(library.call('mentions.update', { actorId, articleId, start, end, status }));
    expect(await decide(0, 900, 'confirmed')).toMatchObject({
      code: 'invalid-input',
      field: 'end',
    });
    expect(await decide(4, 4, 'confirmed')).toMatchObject({
      code: 'invalid-input',
      field: 'start',
    });
    expect(await decide(11, 16, 'rejected')).toMatchObject({ code: 'not-found' });
  });
});

describe('merging and splitting', () => {
  it('merges names, mentions and roles; undo takes it apart again', async () => {
    const articleId = await article('Orla Quinn spoke. The Taoiseach left.');
    const into = await person('Orla Quinn');
    const from = await person('Taoiseach');
    const before = (await library.call('actors.list', {})).items;
    const merged = await library.call('actors.merge', { into: into.id, from: [from.id] });
    expect(merged).toMatchObject({ mentions: 2, name: 'Orla Quinn' });
    expect(merged.names.map(({ name }) => name)).toEqual(['Orla Quinn', 'Taoiseach']);
    expect(await mentions({ actorId: into.id, articleId })).toHaveLength(2);
    await library.call('history.undo', {});
    expect((await library.call('actors.list', {})).items).toEqual(before);
  });

  it('takes a name to split off also as an actor has it', async () => {
    const { id, names } = await library.call('actors.create', {
      kind: 'person',
      name: 'Orla Quinn',
      names: [{ name: 'Taoiseach', scope: 'everywhere' }],
    });
    const { created } = await library.call('actors.split', { id, names: names.slice(-1) });
    expect(created.name).toBe('Taoiseach');
  });

  it('splits a name off with its mentions', async () => {
    await article('Orla Quinn spoke. The Taoiseach left.');
    const { id } = await person('Orla Quinn', 'Taoiseach');
    const { actor, created } = await library.call('actors.split', { id, names: ['Taoiseach'] });
    expect(actor).toMatchObject({ name: 'Orla Quinn', mentions: 1 });
    expect(created).toMatchObject({ name: 'Taoiseach', kind: 'person', mentions: 1 });
    await library.call('history.undo', {});
    expect(await library.call('actors.get', { id })).toMatchObject({ mentions: 2 });
    expect((await library.call('actors.list', {})).total).toBe(1);
  });

  it('refuses what would leave nothing or has no sense', async () => {
    const { id } = await person('Orla Quinn');
    expect(await errorOf(library.call('actors.merge', { into: id, from: [id] }))).toMatchObject({
      field: 'from',
    });
    for (const name of ['Orla Quinn', 'Nobody']) {
      expect(await errorOf(library.call('actors.split', { id, names: [name] }))).toMatchObject({
        code: 'invalid-input',
        field: 'names',
      });
    }
  });
});

it('says so when an actor or the article of a scope is not there', async () => {
  const missing = { code: 'not-found' };
  expect(await errorOf(library.call('actors.get', { id: 'none' }))).toMatchObject(missing);
  expect(await errorOf(library.call('actors.delete', { id: 'none' }))).toMatchObject(missing);
  const names = [{ name: 'X', scope: { articleId: 'none' } }];
  expect(
    await errorOf(library.call('actors.create', { kind: 'other', name: 'X', names })),
  ).toMatchObject(missing);
  expect((await library.call('actors.list', {})).total).toBe(0);
});

describe('proposals', () => {
  it('names who is in the texts and not yet in the library, and creates nothing', async () => {
    const articleId = await article('In Norway, Orla Quinn met Ruth Vale. “Yes,” Quinn said.');
    await article('In Norway, Una Bell spoke.');
    await person('Ruth Vale');
    const named = async (where: { articleId?: string }) =>
      (await library.call('actors.propose', where)).items.map(({ name }) => name).sort();
    expect(await named({ articleId })).toEqual(['Norway', 'Orla Quinn']);
    expect(await named({})).toEqual(['Norway', 'Orla Quinn', 'Una Bell']);
    expect((await library.call('actors.list', {})).total).toBe(1);
    expect(await errorOf(library.call('actors.propose', { articleId: 'none' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('finds every mention it counted once it is accepted', async () => {
    await article('Orla Quinn met Ruth Vale. “Yes,” Quinn said. Ms Vale agreed with Orla Quinn.');
    const { items } = await library.call('actors.propose', {});
    for (const { kind, name, names, mentions: counted } of items) {
      const actor = await library.call('actors.create', { kind, name, names });
      expect(actor.mentions).toBe(counted);
    }
    expect((await library.call('actors.propose', {})).items).toEqual([]);
  });
});
