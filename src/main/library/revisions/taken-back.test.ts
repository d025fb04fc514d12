import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';
import { added, addFerry, changed, closing, opening, placeOf, title } from './test-ferry.ts';

let library: ReturnType<typeof testLibrary>;
let articleId: string;
let passage: string;
beforeEach(async () => {
  library = testLibrary(parseInProcess);
  articleId = await addFerry(library);
  passage = (await mark(placeOf(closing))).id;
});
afterEach(() => library.dispose());

const mark = (range: { start: number; end: number }) =>
  library.call('annotations.create', { articleId, ...range, motivation: 'highlighting' });
const revise = () => library.call('articles.revise', { id: articleId, text: changed });
const newest = async () => (await library.call('history.list', { limit: 1 })).items[0]?.id ?? 0;
const takeBack = (id: number) => library.call('history.revert', { id });
const state = async () => ({
  article: await library.call('articles.get', { id: articleId }),
  annotations: (await library.call('annotations.list', { articleId })).items,
  statements: (await library.call('statements.list', { articleId })).items,
  mentions: (await library.call('mentions.list', { articleId })).items,
  check: await library.call('library.check', {}),
});
const refusedBy = async (id: number, by: RegExp) => {
  const before = await state();
  expect(before.check.problems).toEqual([]);
  await expect(takeBack(id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(by),
  });
  expect(await state()).toEqual(before);
};

describe('another text of an article is not taken back by itself', () => {
  const place = placeOf(added, changed);
  it.each([
    ['marked', /“Highlight/, () => mark(place)],
    [
      'recorded as said',
      /“Statement/,
      () => library.call('statements.create', { articleId, ...place, kind: 'paraphrase' }),
    ],
    ['hidden', /“Hide/, () => library.call('articles.hide', { id: articleId, ...place })],
  ])('once words of it are %s', async (_, by, use) => {
    await revise();
    const revised = await newest();
    await use();
    await refusedBy(revised, by);
    await library.call('history.undo', {});
    await takeBack(revised);
    expect((await state()).check.problems).toEqual([]);
  });

  it('once a mention of it is decided', async () => {
    await revise();
    const revised = await newest();
    const { id: actorId } = await library.call('actors.create', {
      kind: 'person',
      name: 'Orla Quinn',
    });
    const range = placeOf('Orla Quinn', changed);
    const decision = { actorId, articleId, ...range, status: 'confirmed' } as const;
    await library.call('mentions.update', decision);
    await refusedBy(revised, /“Confirm/);
  });

  it('but where a passage that stayed in its place has another colour', async () => {
    const { id } = await mark(placeOf(title));
    await revise();
    const revised = await newest();
    await library.call('annotations.update', { id, colour: 'rose' });
    await takeBack(revised);
    const { annotations, check } = await state();
    expect(annotations[0]).toMatchObject({ id, colour: 'rose', ...placeOf(title) });
    expect(check.problems).toEqual([]);
  });
});

describe('what stood in an earlier text does not come back into a later one', () => {
  it.each([
    ['a deleted passage', () => library.call('annotations.delete', { id: passage })],
    [
      'a passage’s other place',
      () => library.call('annotations.update', { id: passage, ...placeOf(opening) }),
    ],
    [
      'a shown line',
      async () => {
        await library.call('articles.hide', { id: articleId, ...placeOf(closing) });
        await library.call('articles.unhide', { id: articleId });
      },
    ],
  ])('%s', async (_, change) => {
    await change();
    const done = await newest();
    await revise();
    await refusedBy(done, /“Revise/);
    await library.call('history.undo', {});
    await takeBack(done);
    expect((await state()).check.problems).toEqual([]);
  });
});
