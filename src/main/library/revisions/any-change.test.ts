import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchoredTexts, mutations } from '../../../shared/anchoring/test-mutations.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { canonicalText } from '../articles/text/canonical.ts';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';
import { placeOf } from './test-ferry.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

describe('whatever changes in a text', () => {
  it('no annotation is exact on other words', async () => {
    const names = Object.keys(mutations) as (keyof typeof mutations)[];
    const spot = fc.record({ from: fc.nat(400), length: fc.integer({ min: 1, max: 80 }) });
    await fc.assert(
      fc.asyncProperty(
        anchoredTexts,
        fc.constantFrom(...names),
        fc.array(spot, { maxLength: 4 }),
        async (parts, name, spots) => {
          const before = canonicalText(parts.before + parts.passage + parts.after);
          const change = mutations[name](parts, parts.filler);
          const next = `${change.before}${change.passage ?? ''}${change.after}`;
          fc.pre(canonicalText(next) !== before);
          const articleId = plantArticle(library.dir, before);
          const marked = new Map<string, { quote: string; prefix: string; suffix: string }>();
          const ranges = spots
            .map(({ from, length }) => ({ start: from, end: from + length }))
            .filter(({ end }) => end <= before.length);
          for (const range of [placeOf(parts.passage, before), ...ranges]) {
            const place = { articleId, ...range, motivation: 'highlighting' as const };
            const { id, quote, prefix, suffix } = await library.call('annotations.create', place);
            marked.set(id, { quote, prefix, suffix });
          }
          const { article, exact, moved, orphaned } = await library.call('articles.revise', {
            id: articleId,
            text: next,
          });
          expect([exact + moved.length + orphaned.length, article.version]).toEqual([
            marked.size,
            2,
          ]);
          const { items } = await library.call('annotations.list', { articleId });
          for (const { id, status, start, end, quote, prefix, suffix } of items) {
            expect({ quote, prefix, suffix }).toEqual(marked.get(id));
            if (status === 'moved') expect(end).toBeLessThanOrEqual(article.text.length);
            if (status !== 'exact') continue;
            expect(article.text.slice(start, end)).toBe(quote);
            expect(article.text.slice(0, start).endsWith(prefix)).toBe(true);
            expect(article.text.startsWith(suffix, end)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(await library.call('library.check', {})).toMatchObject({
      problems: expect.not.arrayContaining([
        expect.objectContaining({ code: 'anchor-off' }),
      ]) as unknown,
    });
  });
});
