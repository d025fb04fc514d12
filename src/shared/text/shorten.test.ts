import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, endingOf, firstWords, shortened } from './shorten.ts';

const anyText = fc.string({ unit: 'grapheme-composite', maxLength: 40 });
const anyLength = fc.integer({ min: 1, max: 40 });

describe('what is left of a text that is cut', () => {
  it('is as long as asked for, and cuts no surrogate pair', () => {
    expect(beginningOf('ab𠮷c', 3)).toBe('ab');
    expect(beginningOf('ab𠮷c', 4)).toBe('ab𠮷');
    expect(endingOf('c𠮷ab', 3)).toBe('ab');
    expect(endingOf('c𠮷ab', 4)).toBe('𠮷ab');
    expect(endingOf('ab', 5)).toBe('ab');
  });

  it('is well formed and a part of the text, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyLength, (text, most) => {
        for (const part of [beginningOf(text, most), endingOf(text, most)]) {
          expect(part.isWellFormed()).toBe(true);
          expect(part.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
          expect(part.length).toBeLessThanOrEqual(most);
        }
        expect(text.startsWith(beginningOf(text, most))).toBe(true);
        expect(text.endsWith(endingOf(text, most))).toBe(true);
      }),
    );
  });

  it('says by an ellipsis that it is not all, within the length', () => {
    expect(shortened('harbour', 7)).toBe('harbour');
    expect(shortened('harbours', 7)).toBe('harbou…');
    expect(shortened('12345𠮷7', 7)).toBe('12345…');
  });
});

describe('first words', () => {
  it('are cut between words, without the sign that stood between', () => {
    expect(firstWords('The ferry talks', 15)).toBe('The ferry talks');
    expect(firstWords('The ferry talks resume', 15)).toBe('The ferry talks…');
    expect(firstWords('The ferry talks resume', 14)).toBe('The ferry…');
    expect(firstWords('The ferry talk, then more', 15)).toBe('The ferry talk…');
  });

  it('are characters where the writing has no spaces, or a word is very long', () => {
    expect(firstWords('首脳会談は延期された', 6)).toBe('首脳会談は延…');
    expect(firstWords('A Donaudampfschifffahrt', 10)).toBe('A Donaudam…');
    expect(firstWords('12345𠮷7890', 6)).toBe('12345…');
  });
});
