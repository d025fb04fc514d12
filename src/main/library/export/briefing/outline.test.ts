import { expect, it } from 'vitest';
import type { ContentNode } from '../../../../shared/briefing/content.ts';
import { beneathTitle } from './outline.ts';

const heading = (level: number): ContentNode => ({
  type: 'heading',
  version: 1,
  tag: `h${level}`,
  children: [],
});
const levels = (...given: number[]) => beneathTitle(given.map(heading)).map((node) => node['tag']);

it('takes a heading without a level of its own for the highest', () => {
  const odd = ['h0', 'h99', 'h1e999', 'script'].map((tag) => Object.assign(heading(1), { tag }));
  expect(beneathTitle(odd).map((node) => node['tag'])).toEqual(['h2', 'h2', 'h2', 'h2']);
});

it.each([
  [
    [1, 2, 1],
    ['h2', 'h3', 'h2'],
  ],
  [
    [2, 2, 3],
    ['h2', 'h2', 'h3'],
  ],
  [
    [3, 6, 5],
    ['h2', 'h3', 'h4'],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'],
  ],
])('headings %j stand beneath the title as %j', (given, expected) => {
  expect(levels(...given)).toEqual(expected);
});

it('leaves other blocks as they are', () => {
  const text = { type: 'paragraph', version: 1, children: [] };
  expect(beneathTitle([text])).toEqual([text]);
});
