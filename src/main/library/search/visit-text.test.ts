import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestTerm, tokens } from '../../../shared/text/tokens.ts';
import { trickyText } from '../../../shared/text/tricky-text.ts';
import { visitText } from './visit-text.ts';

const visited = (text: string) => {
  const all: unknown[] = [];
  visitText(text, ({ text: term }, start, end, kind) => void all.push({ term, start, end, kind }));
  return all;
};
const terms = (text: string) => tokens(text).map(({ term }) => term);

it('visits any text as its tokens are', () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      expect(visited(text)).toEqual(tokens(text));
    }),
  );
});

it('visits a text that is all ASCII as its tokens are', () => {
  const word = fc.stringMatching(/^[0-9A-Za-z]{1,14}$|^[a-z]{60,70}$/);
  const between = fc.constantFrom(' ', '-', '.\n', '\0', "'", ', ');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, between)), (pieces) => {
      const text = pieces.flat().join('');
      expect(visited(text)).toEqual(tokens(text));
      expect(terms(text)).toEqual(
        text
          .split(/[^0-9A-Za-z]+/)
          .filter((part) => part !== '')
          .map((part) => part.toLowerCase().slice(0, longestTerm)),
      );
    }),
  );
});

it('may be asked for other texts while it reads one, and ends where it is told to', () => {
  const seen: string[] = [];
  visitText('one two three', ({ text }) => {
    visitText(`${text} again`, (inner) => void seen.push(inner.text));
    return text === 'two';
  });
  expect(seen).toEqual(['one', 'again', 'two', 'again']);
  expect(visited('\u00E9a')).toEqual(tokens('\u00E9a'));
});
