import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainLine, revealedLine } from './plain-line.ts';

const hostile = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

it.each([
  ['Vote \u202Effo tup\u202C today', 'Vote ffo tup today'],
  ['\u2067A\u2069 and \u202AB\u202C', 'A and B'],
  ['Bell\u0007 and\u009Bline\r\nbreak\u2028s', 'Bell and line break s'],
  ['קול \u200Eישראל', 'קול \u200Eישראל'],
  ['نامه\u200Cها', 'نامه\u200Cها'],
])('%j is %j', (words, wanted) => {
  expect(plainLine(words)).toBe(wanted);
});

it('leaves nothing that hides or turns words, whatever they are', () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u202E', '\u2066', '\0', '\u0085', 'a', 'ש'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(words, (text) => {
      for (const line of [plainLine(text), revealedLine(text)]) {
        expect(line).not.toMatch(hostile);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(plainLine(plainLine(text))).toBe(plainLine(text));
    }),
  );
});

it('a file name keeps its letters, and shows that something was hidden', () => {
  expect(revealedLine('cod\u202Etxt.exe')).toBe('cod\uFFFDtxt.exe');
});
