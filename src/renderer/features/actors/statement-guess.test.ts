import { expect, test } from 'vitest';
import { isMoreThan, likelyKind, looksLikeName, proposalFor } from './statement-guess.ts';

const text = `Ben Lund opened the meeting.

“We are building for boats,” Ada Lund told Ben Lund. She thought of the harbour.

Cleo Dahl left.`;

const rangeOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
test('a sentence that is quoted in part is about what was said in it, and no quotation itself', () => {
  const sentence = rangeOf('“We are building for boats,” Ada Lund told Ben Lund.');
  const said = {
    ...rangeOf('“We are building for boats,”'),
    quote: '',
    kind: 'direct' as const,
    speaker: { name: 'Ada Lund' },
    evidence: rangeOf('Ada Lund'),
  };
  expect(likelyKind(text, sentence)).toBe('paraphrase');
  expect(proposalFor([said], sentence)).toBe(said);
  expect(proposalFor([said], rangeOf('Cleo Dahl left.'))).toBeUndefined();
  expect(isMoreThan(text, sentence, said)).toBe(true);
  expect(isMoreThan(text, said, rangeOf('We are building for boats'))).toBe(false);
  expect(isMoreThan(text, rangeOf('for boats'), said)).toBe(false);
});

test('quotation marks in or around the words make a quotation', () => {
  expect(likelyKind(text, rangeOf('We are building'))).toBe('direct');
  expect(likelyKind(text, rangeOf('“We are'))).toBe('direct');
  expect(likelyKind(text, rangeOf('She thought of the harbour'))).toBe('paraphrase');
});

test('a few words without quotation marks are a name', () => {
  expect(looksLikeName('Ministry of Harbours and Boats')).toBe(true);
  expect(looksLikeName('“Harbour Bill”')).toBe(false);
  expect(looksLikeName('The mayor spoke beside the crane.')).toBe(false);
  expect(looksLikeName('She thought of the harbour, of the boats, and of the town.')).toBe(false);
});
