import { expect, it } from 'vitest';
import { corrected } from './corrected.ts';

it.each([
  ['fery ferys', { word: 'ferys', start: 5, end: 10 }, 'ferries', 'fery ferries'],
  ['title:sluise x', { word: 'sluise', start: 0, end: 12 }, 'sluice', 'title:sluice x'],
  ['$fery', { word: 'fery', start: 0, end: 5 }, '$&', '$$&'],
  [
    'dam -actor:"Ruth Adlr" x',
    { word: 'Ruth Adlr', field: 'actor', start: 5, end: 22 },
    'Ruth Adler',
    'dam -actor:"Ruth Adler" x',
  ],
  ['tag:wter', { word: 'wter', field: 'tag', start: 0, end: 8 }, 'water', 'tag:water'],
])('%s', (q, near, suggestion, expected) => {
  expect(corrected(q, { suggestions: [], ...near }, suggestion)).toBe(expected);
});
