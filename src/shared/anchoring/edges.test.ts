import { expect, it } from 'vitest';
import { settledEdges } from './edges.ts';

const nothing = { prefix: '', suffix: '', tolerated: 0 };

it.each([
  ['a word', 30, { start: 5, end: 35 }],
  ['no word, but letters without end', 90, { start: 50, end: 55 }],
])('a place inside of %s', (_, length, expected) => {
  const text = `Near ${'q'.repeat(length)} here.`;
  const place = length === 30 ? { start: 15, end: 20 } : { start: 50, end: 55 };
  expect(settledEdges(text, place, nothing)).toEqual(expected);
});
