import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { statementSchema } from '../../../../shared/model/actor.ts';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

const text = '“We agreed,” Orla Quinn told Ruth Vale.';
let library: ReturnType<typeof testLibrary>;
let articleId: string;
beforeEach(() => {
  library = testLibrary();
  articleId = plantArticle(library.dir, text, { title: 'Talks' });
});
afterEach(() => library.dispose());

const person = async (name: string) =>
  (await library.call('actors.create', { kind: 'person', name })).id;

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : null),
  );

describe('statements', () => {
  it('keeps the words and who said them to whom', async () => {
    const [speaker, addressee] = [await person('Orla Quinn'), await person('Ruth Vale')];
    const made = await library.call('statements.create', {
      articleId,
      start: 0,
      end: 12,
      kind: 'direct',
      speaker,
      addressee,
    });
    expect(statementSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({ quote: '“We agreed,”', speaker, addressee, subject: null });
    for (const actorId of [speaker, addressee]) {
      expect((await library.call('statements.list', { actorId })).items).toEqual([made]);
    }
    expect((await library.call('statements.list', { articleId })).total).toBe(1);
    expect((await library.call('history.list', {})).items[0]?.label).toBe('Statement in “Talks”');
  });

  it('takes who said it by name where only one actor bears it, and lists by who said it', async () => {
    const speaker = await person('Orla Quinn');
    const place = { articleId, start: 0, end: 12, kind: 'direct' } as const;
    const made = await library.call('statements.create', {
      ...place,
      speaker: { name: 'Orla Quinn' },
    });
    expect(made.speaker).toBe(speaker);
    await library.call('statements.create', { ...place, kind: 'claim', subject: speaker });
    expect((await library.call('statements.list', { speaker })).items).toEqual([made]);
    expect((await library.call('statements.list', { kind: 'direct' })).items).toEqual([made]);
    expect((await library.call('statements.list', { actorId: speaker })).total).toBe(2);
    const byName = () => library.call('statements.create', { ...place, speaker: 'Orla Quinn' });
    await person('Orla Quinn');
    expect(await errorOf(byName())).toMatchObject({ code: 'invalid-input', field: 'speaker' });
    const nobody = library.call('statements.create', {
      ...place,
      speaker: { name: 'an official' },
    });
    expect(await errorOf(nobody)).toMatchObject({ code: 'not-found', field: 'speaker' });
  });

  it('keeps the words when the speaker is deleted, and gets the speaker back', async () => {
    const speaker = await person('Orla Quinn');
    const place = { articleId, start: 0, end: 12, kind: 'claim' } as const;
    const { id } = await library.call('statements.create', { ...place, speaker });
    await library.call('actors.delete', { id: speaker });
    const speakerNow = async () =>
      (await library.call('statements.list', {})).items.find((item) => item.id === id)?.speaker;
    expect(await speakerNow()).toBeNull();
    await library.call('history.undo', {});
    expect(await speakerNow()).toBe(speaker);
  });

  it('goes to the actor another is merged into', async () => {
    const [into, from] = [await person('Orla Quinn'), await person('O. Quinn')];
    await library.call('statements.create', {
      articleId,
      start: 0,
      end: 12,
      kind: 'direct',
      speaker: from,
    });
    await library.call('actors.merge', { into, from: [from] });
    expect((await library.call('statements.list', { actorId: into })).total).toBe(1);
  });

  it('deletes one, and undo restores it', async () => {
    const place = { articleId, start: 0, end: 12, kind: 'own' } as const;
    const made = await library.call('statements.create', place);
    await library.call('statements.delete', { id: made.id });
    expect((await library.call('statements.list', {})).items).toEqual([]);
    await library.call('history.undo', {});
    expect((await library.call('statements.list', {})).items).toEqual([made]);
  });

  it('refuses places and people that are not there', async () => {
    const place = { articleId, start: 0, end: 12, kind: 'own' } as const;
    const create = (change: object) =>
      errorOf(library.call('statements.create', { ...place, ...change }));
    expect(await create({ end: 0 })).toMatchObject({ code: 'invalid-input', field: 'start' });
    expect(await create({ end: 999 })).toMatchObject({ code: 'invalid-input', field: 'end' });
    expect(await create({ articleId: 'none' })).toMatchObject({ code: 'not-found' });
    expect(await create({ subject: 'none' })).toMatchObject({
      code: 'not-found',
      field: 'subject',
    });
    expect(await errorOf(library.call('statements.delete', { id: 'none' }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('proposals of speakers', () => {
  it('point at the actor of the library, and accept as they are', async () => {
    const speaker = await person('Orla Quinn');
    const { items } = await library.call('statements.propose', { articleId });
    expect(items).toEqual([
      {
        start: 1,
        end: 11,
        kind: 'direct',
        quote: 'We agreed,',
        speaker: { name: 'Orla Quinn', actorId: speaker },
        evidence: { start: 13, end: 28 },
      },
    ]);
    const [item] = items;
    if (item === undefined) throw new Error('nothing proposed');
    const { start, end, kind } = item;
    const made = await library.call('statements.create', { articleId, start, end, kind, speaker });
    expect(made.quote).toBe('We agreed,');
  });

  it('take nothing from what is hidden, until it is shown again', async () => {
    const proposed = async () => (await library.call('statements.propose', { articleId })).items;
    const before = await proposed();
    await library.call('articles.hide', { id: articleId, start: 0, end: text.length });
    expect(await proposed()).toEqual([]);
    await library.call('articles.unhide', { id: articleId });
    expect(await proposed()).toEqual(before);
  });

  it('say so when the article is not there', async () => {
    expect(await errorOf(library.call('statements.propose', { articleId: 'none' }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('statements.update', () => {
  it('changes roles, kind and words; undo and redo bring each back', async () => {
    const [quinn, vale] = [await person('Orla Quinn'), await person('Ruth Vale')];
    const made = await library.call('statements.create', {
      articleId,
      start: 0,
      end: 12,
      kind: 'direct',
      speaker: quinn,
    });
    const changed = await library.call('statements.update', {
      id: made.id,
      start: 1,
      end: 10,
      kind: 'paraphrase',
      speaker: vale,
      subject: quinn,
    });
    expect(changed).toEqual({
      ...made,
      start: 1,
      end: 10,
      quote: 'We agreed',
      kind: 'paraphrase',
      speaker: vale,
      subject: quinn,
    });
    const now = async () => (await library.call('statements.list', {})).items[0];
    await library.call('history.undo', {});
    expect(await now()).toEqual(made);
    await library.call('history.redo', {});
    expect(await now()).toEqual(changed);
    const { id } = made;
    expect(await library.call('statements.update', { id, speaker: null })).toMatchObject({
      speaker: null,
      subject: quinn,
      kind: 'paraphrase',
    });
  });

  it('refuses words that are not there and actors nobody knows', async () => {
    const { id } = await library.call('statements.create', {
      articleId,
      start: 0,
      end: 12,
      kind: 'direct',
    });
    expect(await errorOf(library.call('statements.update', { id, end: 900 }))).toMatchObject({
      code: 'invalid-input',
      field: 'end',
    });
    expect(await errorOf(library.call('statements.update', { id, speaker: 'x' }))).toMatchObject({
      code: 'not-found',
      field: 'speaker',
    });
    expect(await errorOf(library.call('statements.update', { id: 'x' }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a refused speaker', () => {
  it('is not proposed again until that is undone', async () => {
    const proposed = async () => (await library.call('statements.propose', { articleId })).items;
    const [first] = await proposed();
    if (first === undefined) throw new Error('nothing is proposed');
    const { start, end } = first;
    await library.call('statements.dismiss', { articleId, start, end });
    await library.reopen();
    expect(await proposed()).toEqual([]);
    await library.call('history.undo', {});
    expect(await proposed()).toEqual([first]);
  });
});
