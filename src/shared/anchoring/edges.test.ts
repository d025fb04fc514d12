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

it('an edge goes to the nearest of the places with the words beside it', () => {
  const text = 'The boat and then they left. The crew and then they left.';
  const around = { prefix: '', suffix: ' and then they left.', tolerated: 40 };
  for (const words of ['The boat', 'The crew']) {
    const start = text.indexOf(words);
    const end = start + words.length;
    expect(settledEdges(text, { start, end: end - 2 }, around)).toEqual({ start, end });
  }
});

it('a passage ends before the space that a later text has put before what follows', () => {
  const around = { prefix: '', suffix: ', and went out to look', tolerated: 5 };
  const text = 'They wait , and went out to look.';
  expect(settledEdges(text, { start: 5, end: 8 }, around)).toEqual({ start: 5, end: 9 });
});
