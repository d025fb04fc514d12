import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';
import { addFerry, changed, text, title } from './test-ferry.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

describe('the versions of a text', () => {
  it('are listed, read and compared', async () => {
    const id = await addFerry(library);
    await library.call('articles.revise', { id, text: changed });
    const { items } = await library.call('articles.versions', { id });
    expect(items.map(({ version, original }) => [version, original !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
    const {
      blocks,
      added: came,
      removed,
    } = await library.call('articles.compare', {
      id,
      from: 1,
      to: 2,
    });
    const textWithout = (change: string) =>
      blocks
        .map(({ parts }) => parts.filter((part) => part.change !== change).map((part) => part.text))
        .map((parts) => parts.join(''))
        .filter((part) => part !== '');
    expect(textWithout('added')).toEqual(text.split('\n\n'));
    expect(textWithout('removed')).toEqual(changed.split('\n\n'));
    expect(came).toBeGreaterThan(removed);
    await expect(library.call('articles.compare', { id, from: 1, to: 9 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('take it back, which passages follow and undo takes away again', async () => {
    const id = await addFerry(library);
    const start = text.indexOf(title);
    const made = await library.call('annotations.create', {
      articleId: id,
      start,
      end: start + title.length,
      motivation: 'highlighting',
    });
    const first = await library.call('articles.get', { id });
    await library.call('articles.revise', { id, text: changed });
    const { article, exact } = await library.call('articles.revert', { id, version: 1 });
    expect(article).toMatchObject({ version: 3, text: first.text, blocks: first.blocks });
    expect(article.source).toEqual(first.source);
    expect(exact).toBe(1);
    const { items } = await library.call('articles.versions', { id });
    expect(items.map(({ original }) => original !== null)).toEqual([true, false, true]);
    await expect(library.call('articles.revert', { id, version: 1 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(library.call('articles.revert', { id, version: 9 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toMatchObject({ version: 2, text: changed });
    const { items: passages } = await library.call('annotations.list', { articleId: id });
    expect(passages.map((one) => [one.id, changed.slice(one.start, one.end)])).toEqual([
      [made.id, title],
    ]);
  });
});
