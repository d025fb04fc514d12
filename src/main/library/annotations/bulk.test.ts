import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

const text =
  'The envoys of both sides met on neutral ground. They agreed on little, aides said on Monday.';
let library: ReturnType<typeof testLibrary>;
let articleId: string;

beforeEach(() => {
  library = testLibrary();
  articleId = plantArticle(library.dir, text, { title: 'Envoys meet' });
});
afterEach(() => library.dispose());

const mark = (words: string, more: Partial<Input<'annotations.create'>> = {}, id = articleId) => {
  const start = text.indexOf(words);
  const range = { start, end: start + words.length };
  return library.call('annotations.create', {
    articleId: id,
    ...range,
    motivation: 'highlighting',
    ...more,
  });
};
const found = async (filter: Input<'annotations.ids'>) => {
  const { ids } = await library.call('annotations.ids', filter);
  const { items, total } = await library.call('annotations.list', filter);
  expect(items.map(({ id }) => id)).toEqual(ids);
  expect(total).toBe(ids.length);
  return items.map(({ quote }) => quote);
};

describe('annotations.list', () => {
  it('answers for the passages asked for, without those that are gone', async () => {
    const envoys = await mark('envoys');
    await mark('neutral ground');
    expect(await found({ ids: [envoys.id, 'gone'] })).toEqual(['envoys']);
    await library.call('articles.delete', { id: articleId });
    expect(await found({})).toEqual([]);
    expect(await found({ ids: [envoys.id] })).toEqual(['envoys']);
  });

  it('narrows by everything a passage is known by, and sorts', async () => {
    const other = plantArticle(library.dir, text, { title: 'A second report' });
    await mark('envoys', { colour: 'rose', comment: 'Déjà vu' });
    await mark('neutral ground', { motivation: 'commenting', tags: ['place'] }, other);
    const cited = await mark('agreed on little');
    await library.call('briefings.create', { markdown: `Little came of it [@${cited.id}].` });
    await library.call('actors.create', { kind: 'other', name: 'envoys', names: [] });
    const [actor] = (await library.call('actors.list', {})).items;

    expect(await found({ colour: 'rose' })).toEqual(['envoys']);
    expect(await found({ motivation: 'commenting' })).toEqual(['neutral ground']);
    expect(await found({ articleId: other })).toEqual(['neutral ground']);
    expect(await found({ cited: true })).toEqual(['agreed on little']);
    expect(await found({ cited: false })).toEqual(['envoys', 'neutral ground']);
    expect(await found({ text: 'deja' })).toEqual(['envoys']);
    expect(await found({ text: 'GROUND place' })).toEqual(['neutral ground']);
    expect(await found({ text: 'ground elsewhere' })).toEqual([]);
    expect(await found({ actorId: actor?.id ?? '' })).toEqual(['envoys']);
    expect(await found({ sort: 'title' })).toEqual([
      'neutral ground',
      'envoys',
      'agreed on little',
    ]);
    expect(await found({ sort: 'colour' })).toEqual([
      'agreed on little',
      'neutral ground',
      'envoys',
    ]);
    const page = await library.call('annotations.list', { sort: 'title', offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 3, items: [{ quote: 'envoys' }] });
  });
});

describe('many at once', () => {
  it('are tagged, coloured and deleted, each in one step', async () => {
    const marked = [
      await mark('envoys', { tags: ['who', 'old/a'] }),
      await mark('neutral ground', { tags: ['old'] }),
    ];
    const ids = [...marked.map(({ id }) => id), 'gone'];
    const all = async () =>
      (await library.call('annotations.list', {})).items.map(({ tags, colour }) => ({
        tags,
        colour,
      }));
    const before = await all();
    const change = { ids, addTags: ['new'], removeTags: ['old'], colour: 'iris' as const };
    expect(await library.call('annotations.updateMany', change)).toEqual({ changed: 2 });
    const after = [
      { tags: ['who', 'new'], colour: 'iris' },
      { tags: ['new'], colour: 'iris' },
    ];
    expect(await all()).toEqual(after);
    // A second time there is nothing to change, and nothing to undo.
    expect(await library.call('annotations.updateMany', change)).toEqual({ changed: 0 });
    await library.call('history.undo', {});
    expect(await all()).toEqual(before);

    expect(await library.call('annotations.deleteMany', { ids })).toEqual({ deleted: 2 });
    expect(await all()).toEqual([]);
    await library.reopen();
    await library.call('history.undo', {});
    expect(await all()).toEqual(before);
  });
});

describe('what a change tells', () => {
  const told = async (work: () => Promise<unknown>) => {
    const events: LibraryEvent[] = [];
    const stop = library.on((event) => events.push(event));
    await work();
    stop();
    return events.flatMap((event) =>
      event.type === 'changed' ? [event.annotationIds?.toSorted()] : [],
    );
  };
  const undo = () => library.call('history.undo', {});
  const redo = () => library.call('history.redo', {});

  it('are the passages it changes, also when it is taken back and done again', async () => {
    const one = await mark('met on neutral ground', { tags: ['old'] });
    const two = await mark('They agreed on little');
    const ids = [one.id, two.id].sort();
    const { id } = two;
    const works: [string[], () => Promise<unknown>][] = [
      [ids, () => library.call('annotations.updateMany', { ids, addTags: ['new'] })],
      [[id], () => library.call('annotations.update', { id, tags: ['other'] })],
      [[id], () => library.call('annotations.update', { id, comment: 'Who?' })],
      [ids, () => library.call('annotations.deleteMany', { ids })],
    ];
    for (const [changed, work] of works) {
      expect(await told(work)).toEqual([changed]);
      expect(await told(undo)).toEqual([changed]);
      expect(await told(redo)).toEqual([changed]);
    }
    await library.reopen();
    expect(await told(undo)).toEqual([ids]);
  });

  it('are no passages where more than those changes', async () => {
    await mark('met on neutral ground');
    await library.call('articles.delete', { id: articleId });
    expect(await told(undo)).toEqual([undefined]);
    await library.call('tags.create', { name: 'new', colour: 'sky' });
    expect(await told(undo)).toEqual([undefined]);
  });
});

describe('passages that moved', () => {
  const revised = `A line that was not there before.\n\n${text.replace('agreed on little', 'agreed on very little')}`;

  it('say how sure their place is, and those with the same words are kept together', async () => {
    const same = await mark('met on neutral ground');
    const changed = await mark('They agreed on little, aides said');
    await library.call('articles.revise', { id: articleId, text: revised });
    const get = (id: string) => library.call('annotations.get', { id });
    expect((await get(same.id)).status).toBe('moved');
    expect((await get(changed.id)).status).toBe('moved');
    expect((await get(same.id)).score).toBeGreaterThan(0.9);
    expect((await get(changed.id)).score).toBeLessThan((await get(same.id)).score ?? 0);

    expect(await library.call('annotations.keep', { articleId })).toEqual({ kept: [same.id] });
    expect(await get(same.id)).toMatchObject({ status: 'exact', score: null });
    expect((await get(changed.id)).status).toBe('moved');
    expect(await library.call('annotations.keep', { ids: [changed.id, 'gone'] })).toEqual({
      kept: [changed.id],
    });
    const kept = await get(changed.id);
    expect(kept).toMatchObject({
      status: 'exact',
      quote: 'They agreed on very little, aides said',
    });
    await library.call('history.undo', {});
    await library.call('history.undo', {});
    expect((await get(same.id)).status).toBe('moved');
  });

  it('or were lost are offered the closest places', async () => {
    const lost = await mark('They agreed on little, aides said');
    await library.call('articles.revise', {
      id: articleId,
      text: 'Quite another report. Nobody knew that they agreed on little, as aides said later.',
    });
    expect((await library.call('annotations.get', { id: lost.id })).status).toBe('orphaned');
    const { items } = await library.call('annotations.candidates', { id: lost.id });
    expect(items[0]?.text).toContain('they agreed on little');
    expect(items[0]?.score).toBeGreaterThan(0);
    expect(items[0]?.words).toBeGreaterThan(0.8);
    expect(items[0]?.words).toBeLessThan(1);
  });

  it('of which is said that the words are the same and those around them are not', async () => {
    const words = 'They agreed on little, aides said';
    const lost = await mark(words);
    await library.call('articles.revise', {
      id: articleId,
      text: `Quite another report of a day in May. ${words} – but nobody had asked them.`,
    });
    const { items } = await library.call('annotations.candidates', { id: lost.id });
    expect(items[0]).toMatchObject({ text: words, words: 1 });
    expect(items[0]?.around).toBeLessThan(0.5);
    expect(items[0]?.score).toBeLessThan(1);
  });
});
