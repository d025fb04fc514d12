import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordScore } from './word-score.ts';
import { readPage } from './page.ts';
import { shownWords, wordsOfMarkup } from './shown-words.ts';

const pages = resolve(
  import.meta.dirname,
  '../../../../../../../shared/data/extraction/readability',
);
const there = existsSync(pages);
if (!there) console.warn(`SKIPPED: the public page set is not at ${pages}`);

describe.skipIf(!there)('the public page set (skipped where it is absent)', () => {
  it('keeps every word of every page, and shows what Readability’s authors expect', () => {
    const scores = readdirSync(pages).map((name) => {
      const source = readFileSync(join(pages, name, 'source.html'), 'utf8');
      const expected = readFileSync(join(pages, name, 'expected.html'), 'utf8');
      const page = readPage(source);
      expect(wordScore(page.text, wordsOfMarkup(source, '')).recall, name).toBe(1);
      const title = page.proposals.find(({ field }) => field === 'title')?.value ?? '';
      return wordScore(shownWords(page, title), wordsOfMarkup(expected, title)).f1;
    });
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(scores.length).toBeGreaterThan(100);
    expect(mean).toBeGreaterThan(0.995);
  }, 120_000);
});
