import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';
import { addFerry, changed, middle, opening, placeOf, text, title } from './test-ferry.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const mark = async (articleId: string, words: string) => {
  const place = { articleId, ...placeOf(words), motivation: 'highlighting' as const };
  return (await library.call('annotations.create', place)).id;
};

const state = async (articleId: string) => ({
  article: await library.call('articles.get', { id: articleId }),
  annotations: await library.call('annotations.list', { articleId }),
  statements: await library.call('statements.list', { articleId }),
  mentions: await library.call('mentions.list', { articleId }),
  found: (await library.call('articles.list', { query: 'night' })).total,
});

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : String(error)),
  );

describe('articles.revise', () => {
  it('keeps each passage where it stands, moves it to wait, or keeps its words', async () => {
    const id = await addFerry(library);
    const stays = await mark(id, 'The board of Estholm');
    const lost = await mark(id, 'A second boat was never part');
    const moves = await mark(id, 'Orla Quinn will lead the talks');
    const revised = await library.call('articles.revise', { id, text: changed });
    expect(revised).toMatchObject({ moved: [moves], orphaned: [lost], exact: 1 });
    expect(revised.article).toMatchObject({ id, version: 2, text: changed });
    expect(revised.article.blocks.map(({ start, end }) => changed.slice(start, end))).toEqual(
      changed.split('\n\n'),
    );
    const get = (annotation: string) => library.call('annotations.get', { id: annotation });
    expect(await get(stays)).toMatchObject({ status: 'exact', quote: 'The board of Estholm' });
    expect(await get(lost)).toMatchObject({
      status: 'orphaned',
      quote: 'A second boat was never part',
    });
    const moved = await get(moves);
    expect(moved.status).toBe('moved');
    expect(changed.slice(moved.start, moved.end)).toBe('Orla Quinn will lead the talks');
    expect(await library.call('library.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('is found by its new words and no longer by the old ones', async () => {
    const id = await addFerry(library);
    await library.call('articles.revise', { id, text: changed });
    const total = async (query: string) => (await library.call('articles.list', { query })).total;
    expect(await total('night')).toBe(1);
    expect(await total('boat')).toBe(0);
    const { words } = await library.call('articles.get', { id });
    expect(words).toBe(changed.split(/\s+/u).length);
  });

  it('keeps the earlier version readable', async () => {
    const id = await addFerry(library);
    const before = await library.call('articles.get', { id });
    await library.call('articles.revise', { id, text: changed });
    const old = await library.call('articles.get', { id, version: 1 });
    expect(old).toMatchObject({
      version: 1,
      text,
      hash: before.hash,
      blocks: before.blocks,
      hidden: [],
    });
    const original = await library.call('articles.original', { id });
    expect(Buffer.from(original.base64, 'base64').toString()).toBe(text);
    expect(await errorOf(library.call('articles.get', { id, version: 3 }))).toMatchObject({
      code: 'not-found',
      field: 'version',
    });
  });

  it('is undone and done again in one step, with all that stands on the text', async () => {
    const id = await addFerry(library);
    await mark(id, 'The board of Estholm');
    await mark(id, 'A second boat was never part');
    await mark(id, 'Orla Quinn will lead the talks');
    const speaker = (await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' }))
      .id;
    for (const words of [opening, middle]) {
      const place = { articleId: id, ...placeOf(words), kind: 'claim' as const };
      await library.call('statements.create', { ...place, speaker });
    }
    const before = await state(id);
    await library.call('articles.revise', { id, text: changed });
    const after = await state(id);
    expect(after.statements.items.map(({ status }) => status)).toEqual(['moved', 'orphaned']);
    expect(after.mentions.items.map(({ start }) => start)).toEqual(
      [...changed.matchAll(/Orla Quinn/gu)].map(({ index }) => index),
    );
    expect((await library.call('history.list', {})).items[0]?.label).toBe(`Revise “${title}”`);
    await library.call('history.undo', {});
    expect(await state(id)).toEqual(before);
    expect(await errorOf(library.call('articles.get', { id, version: 2 }))).toMatchObject({
      code: 'not-found',
    });
    await library.call('history.redo', {});
    expect(await state(id)).toEqual(after);
  });

  it('tells every screen', async () => {
    const id = await addFerry(library);
    const events: LibraryEvent[] = [];
    library.on((event) => events.push(event));
    await library.call('articles.revise', { id, text: changed });
    const [event] = events;
    if (event?.type !== 'changed') throw new Error('no event');
    expect(event.topics).toEqual(
      expect.arrayContaining(['articles', 'annotations', 'mentions', 'statements', 'briefings']),
    );
    expect(event.articleIds).toEqual([id]);
  });

  it('never takes a passage that waits for one that a person put there', async () => {
    const id = await addFerry(library);
    const moves = await mark(id, 'Orla Quinn will lead the talks');
    await library.call('articles.revise', { id, text: changed });
    const again = await library.call('articles.revise', { id, text: `${changed}\n\nOne more.` });
    expect(again).toMatchObject({ moved: [moves], orphaned: [], exact: 0 });
    const { start, end } = await library.call('annotations.get', { id: moves });
    await library.call('annotations.update', { id: moves, start, end });
    const third = await library.call('articles.revise', {
      id,
      text: `${changed}\n\nOne more.\n\nTwo.`,
    });
    expect(third).toMatchObject({ moved: [], exact: 1 });
    expect(third.article.version).toBe(4);
  });

  it('keeps what was decided about a mention with its words', async () => {
    const id = await addFerry(library);
    const actorId = (await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' }))
      .id;
    const last = text.lastIndexOf('Orla Quinn');
    const place = { actorId, articleId: id, start: last, end: last + 'Orla Quinn'.length };
    await library.call('mentions.update', { ...place, status: 'rejected' });
    const statuses = async () =>
      (await library.call('mentions.list', { articleId: id })).items.map(({ status }) => status);
    expect(await statuses()).toEqual(['proposed', 'rejected']);
    await library.call('articles.revise', { id, text: changed });
    expect(await statuses()).toEqual(['proposed', 'rejected']);
    await library.call('articles.revise', { id, text: 'Orla Quinn came alone to the pier.' });
    expect(await statuses()).toEqual(['proposed']);
  });

  it('refuses a text that is empty, and the one the article has', async () => {
    const id = await addFerry(library);
    for (const same of [' \n\t\n', text, `${text.replaceAll('\n', '\r\n')}\n`]) {
      expect(await errorOf(library.call('articles.revise', { id, text: same }))).toMatchObject({
        code: 'invalid-input',
        field: 'text',
      });
    }
    expect((await library.call('articles.get', { id })).version).toBe(1);
    expect(await errorOf(library.call('articles.revise', { id: 'none', text }))).toMatchObject({
      code: 'not-found',
    });
  });
});
