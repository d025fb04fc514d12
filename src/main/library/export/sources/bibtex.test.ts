import { expect, it } from 'vitest';
import { sourcesBibtex } from './bibtex.ts';
import type { CslItem } from './csl.ts';

const item = (given: Partial<CslItem>): CslItem => ({
  id: 'a',
  type: 'article-newspaper',
  title: 'Ferry sails again',
  author: [{ family: 'Lund', given: 'Ada' }],
  issued: { 'date-parts': [[2031, 5, 2]] },
  ...given,
});

it('gives every source a key of its own', () => {
  const keys = sourcesBibtex([item({}), item({ id: 'b' }), item({ id: 'c' })])
    .split('\n')
    .flatMap((line) => /^@article\{(.*),$/.exec(line)?.[1] ?? []);
  expect(keys).toEqual(['Lund2031', 'Lund2031-2', 'Lund2031-3']);
});

it('writes an address in which nothing ends the field', () => {
  const written = sourcesBibtex([item({ URL: 'https://courier.example/a{b}\\c?d=1&e=2' })]);
  expect(written).toContain('  url = {https://courier.example/a%7Bb%7D%5Cc?d=1&e=2}');
});
