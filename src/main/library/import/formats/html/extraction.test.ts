import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordScore } from './word-score.ts';
import { parseDocument, readPage } from './page.ts';
import { domBlocks } from './dom-blocks.ts';

const pages = resolve(
  import.meta.dirname,
  '../../../../../../../shared/data/extraction/readability',
);
const there = existsSync(pages);
if (!there) console.warn(`SKIPPED: the public page set is not at ${pages}`);

const textOf = (markup: string): string =>
  domBlocks(parseDocument(markup).documentElement, null)
    .map((draft) => draft.runs.map((run) => run.text).join(''))
    .join('\n');

describe.skipIf(!there)('the public page set (skipped where it is absent)', () => {
  it('keeps every word of every page, and shows what Readability’s authors expect', () => {
    const scores = readdirSync(pages).map((name) => {
      const source = readFileSync(join(pages, name, 'source.html'), 'utf8');
      const expected = readFileSync(join(pages, name, 'expected.html'), 'utf8');
      const { text, hidden, blocks, proposals } = readPage(source);
      expect(wordScore(text, textOf(source)).recall, name).toBe(1);
      const title = proposals.find((proposal) => proposal.field === 'title')?.value;
      const titleBlocks = blocks.filter((block) => text.slice(block.start, block.end) === title);
      const gaps = [...hidden, ...titleBlocks].sort((a, b) => a.start - b.start);
      let clean = '';
      let at = 0;
      for (const { start, end } of gaps) {
        clean += `${text.slice(at, Math.max(at, start))} `;
        at = Math.max(at, end);
      }
      clean += text.slice(at);
      return wordScore(clean, textOf(expected).replace(title ?? '', ' ')).f1;
    });
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(scores.length).toBeGreaterThan(100);
    expect(mean).toBeGreaterThan(0.99);
  }, 120_000);
});
