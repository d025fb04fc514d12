import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => void (library = testLibrary(parseInProcess)));
afterEach(() => library.dispose());

describe('the sample', () => {
  test('is a finished library: every citation stands on words of an article', async () => {
    const { articleIds, briefingId } = await library.call('library.sample', {});
    const briefing = await library.call('briefings.get', { id: briefingId });
    expect(briefing.citations.length).toBeGreaterThan(8);
    expect(new Set(briefing.citations.map(({ status }) => status))).toEqual(new Set(['exact']));
    const check = await library.call('briefings.check', { id: briefingId });
    expect(check.sourced).toBeGreaterThan(0);
    // It shows what the notebook finds: a gap, a quotation that differs, reports of one origin.
    expect(check.sentences.map(({ state }) => state)).toContain('needs-source');
    expect(check.quotes.map(({ verdict }) => verdict)).toContain('differs');
    expect(check.origins.origins).toBeLessThan(check.origins.articles);
    const { items } = await library.call('articles.list', {});
    expect(items.map(({ id }) => id).sort()).toEqual(articleIds.toSorted());
    expect((await library.call('library.check', {})).problems).toEqual([]);
  });

  test('is removed by one undo and brought back by one redo', async () => {
    await library.call('library.sample', {});
    const full = (await library.call('library.info', {})).counts;
    await library.call('history.undo', {});
    const empty = (await library.call('library.info', {})).counts;
    expect(Object.values(empty).every((count) => count === 0)).toBe(true);
    await library.call('history.redo', {});
    expect((await library.call('library.info', {})).counts).toEqual(full);
  });

  test('loaded twice, and edited between, is undone and done again step by step', async () => {
    const counts = async () => (await library.call('library.info', {})).counts;
    const seen = [await counts()];
    await library.call('library.sample', {});
    seen.push(await counts());
    const { items } = await library.call('annotations.list', {});
    await library.call('annotations.delete', { id: items.at(-1)?.id ?? '' });
    seen.push(await counts());
    // Its articles are there already: the import it begins with changes nothing.
    await library.call('library.sample', {});
    seen.push(await counts());
    expect((await library.call('history.list', {})).items).toHaveLength(3);
    for (const before of seen.slice(0, -1).reverse()) {
      await library.call('history.undo', {});
      expect(await counts()).toEqual(before);
    }
    for (const after of seen.slice(1)) {
      await library.call('history.redo', {});
      expect(await counts()).toEqual(after);
    }
  });

  /** Corrects every article as soon as the sample's are there, before its passages are marked. */
  const correctWhileLoading = async (corrected: (text: string) => string) => {
    const corrections: Promise<unknown>[] = [];
    const stop = library.on((event) => {
      if (event.type !== 'changed' || !event.topics.includes('articles')) return;
      stop();
      for (const id of event.articleIds ?? []) {
        const before = library.call('articles.get', { id });
        corrections.push(
          before.then(({ text }) => library.call('articles.revise', { id, text: corrected(text) })),
        );
      }
    });
    try {
      return await library.call('library.sample', {});
    } finally {
      await Promise.all(corrections);
      expect(corrections).not.toEqual([]);
    }
  };

  test('marks its words where they stand when an article is corrected meanwhile', async () => {
    const { articleIds } = await correctWhileLoading((text) => `A line before it all.\n\n${text}`);
    for (const articleId of articleIds) {
      const { text } = await library.call('articles.get', { id: articleId });
      expect(text).toMatch(/^A line before/);
      const { items } = await library.call('annotations.list', { articleId });
      for (const { start, end, quote } of items) expect(text.slice(start, end)).toBe(quote);
    }
  });

  test('says which article no longer has the words it marks', async () => {
    await expect(correctWhileLoading(() => 'Other words altogether.')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^“.+” was changed: it no longer says “.+”/),
    });
  });

  test('is not undone half way', async () => {
    const loading = library.call('library.sample', {});
    await expect(library.call('history.undo', {})).rejects.toMatchObject({ code: 'conflict' });
    await loading;
    await library.call('history.undo', {});
    expect((await library.call('articles.list', {})).total).toBe(0);
  });
});
