import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';
import { wordScore } from './word-score.ts';
import { shownWords, wordsOfMarkup } from './shown-words.ts';
import { withLayers } from '../../test-layers.ts';

const pages = resolve(
  import.meta.dirname,
  '../../../../../../../shared/data/extraction/readability',
);
const there = existsSync(pages);
if (!there) console.warn(`SKIPPED: the public page set is not at ${pages}`);

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Readability alone reaches .99999 (`npm run bench -- pages`). */
const least = 0.9999;

describe.skipIf(!there)('the public page set (skipped where it is absent)', () => {
  it('keeps every word of every page, and shows what Readability’s authors expect', async () => {
    const scores: number[] = [];
    for (const name of readdirSync(pages)) {
      const bytes = readFileSync(join(pages, name, 'source.html'));
      const source = bytes.toString('utf8');
      const { articles } = await parseFile({ name: `${name}.html`, bytes });
      const [page] = articles.map(withLayers);
      if (page === undefined) throw new Error(`no article in ${name}`);
      expect(wordScore(page.text, wordsOfMarkup(source, '')).recall, name).toBe(1);
      const title = page.proposals.find(({ field }) => field === 'title')?.value ?? '';
      const expected = wordsOfMarkup(
        readFileSync(join(pages, name, 'expected.html'), 'utf8'),
        title,
      );
      scores.push(wordScore(shownWords(page, title), expected).f1);
    }
    expect(scores.length).toBeGreaterThan(100);
    expect(mean(scores)).toBeGreaterThan(least);
  }, 120_000);
});
