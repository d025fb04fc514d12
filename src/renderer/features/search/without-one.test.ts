import { expect, test } from 'vitest';
import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { withoutOne } from './without-one.ts';

const shorter = (q: string, most = 8) =>
  withoutOne(q, chips(parseQuery(q)), most).map(({ q }) => q);

test('takes out one part at a time, with the sign that negates it', () => {
  expect(shorter('ferry outlet:"Harbour Post" -market')).toEqual([
    'outlet:"Harbour Post" -market',
    'ferry -market',
    'ferry outlet:"Harbour Post"',
  ]);
});

test('knows nothing shorter than one part, and tries no more than asked', () => {
  expect(shorter('ferry')).toEqual([]);
  expect(shorter('a b c d', 2)).toHaveLength(2);
  expect(shorter('ferry ferry pier')).toEqual(['ferry pier', 'ferry ferry']);
});

test('an alternative goes alone; what is left is a query still', () => {
  expect(shorter('(ferry OR boat) pier')).toEqual([
    '(boat) pier',
    '(ferry) pier',
    '(ferry OR boat)',
  ]);
});
