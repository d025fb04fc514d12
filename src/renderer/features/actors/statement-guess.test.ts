import { expect, test } from 'vitest';
import { likelyKind, likelySpeakers, looksLikeName } from './statement-guess.ts';

const text = `Ben Lund opened the meeting.

“We are building for boats,” Ada Lund told Ben Lund. She thought of the harbour.

Cleo Dahl left.`;

const rangeOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const mention = (actorId: string, words: string, from = 0, status = 'proposed' as const) => ({
  actorId,
  status,
  ...rangeOf(words, from),
});

test('the actor named nearest to the words comes first', () => {
  const mentions = [
    mention('ben', 'Ben Lund'),
    mention('ada', 'Ada Lund'),
    mention('ben', 'Ben Lund', 20),
    mention('cleo', 'Cleo Dahl'),
    { ...mention('rejected', 'told'), status: 'rejected' as const },
    { ...mention('open', 'told'), status: 'open' as const },
  ];
  const said = rangeOf('We are building for boats,');
  expect(likelySpeakers(text, said, mentions)).toEqual(['ada', 'ben', 'cleo']);
});

test('an actor named inside the words is further than one named beside them', () => {
  const mentions = [mention('ada', 'Ada Lund'), mention('ben', 'Ben Lund', 20)];
  const said = rangeOf('“We are building for boats,” Ada Lund told');
  expect(likelySpeakers(text, said, mentions)).toEqual(['ben', 'ada']);
});

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
