import { expect, test } from 'vitest';
import { likelyKind, looksLikeName } from './statement-guess.ts';

const text = `Ben Lund opened the meeting.

“We are building for boats,” Ada Lund told Ben Lund. She thought of the harbour.

Cleo Dahl left.`;

const rangeOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
test('quotation marks in or around the words make a quotation', () => {
  expect(likelyKind(text, rangeOf('We are building'))).toBe('direct');
  expect(likelyKind(text, rangeOf('“We are'))).toBe('direct');
  expect(likelyKind(text, rangeOf('She thought of the harbour'))).toBe('paraphrase');
});

test('a few words without quotation marks are a name', () => {
  expect(looksLikeName('Ministry of Harbours and Boats')).toBe(true);
  expect(looksLikeName('“Harbour Bill”')).toBe(false);
  expect(looksLikeName('She thought of the harbour, of the boats, and of the town.')).toBe(false);
});
