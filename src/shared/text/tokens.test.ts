import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldString } from './fold.ts';
import { stem } from './stem.ts';
import { tokens } from './tokens.ts';
import { trickyText } from './tricky-text.ts';
import { wordCount } from './words.ts';

const terms = (text: string) => tokens(text).map((token) => token.term);

describe('tokens', () => {
  it.each([
    ['The Summit, in Gyeongju.', ['the', 'summit', 'in', 'gyeongju']],
    ["Han-bit’s don't", ['han', 'bit', 's', 'don', 't']],
    ['COVID-19 3.5 1,000', ['covid', '19', '3', '5', '1', '000']],
    ['首脳会談', ['首脳', '脳会', '会談', '談']],
    ['首', ['首']],
    ['2024年に', ['2024', '年に', 'に']],
    ['한국 정부', ['한국', '국', '정부', '부']],
    ['ｼﾞｬﾊﾟﾝ', ['ジャ', 'ャパ', 'パン', 'ン']],
    ['NATO軍', ['nato', '軍']],
    ['Élysée Łódź', ['elysee', 'lodz']],
    ['a\0b\uD800c', ['a', 'b', 'c']],
    ['𠮷野', ['𠮷野', '野']],
    ['c㎏', ['ckg']],
    ['!!! — …', []],
  ])('%j → %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('gives one word for soft hyphens and for decomposed accents', () => {
    expect(tokens('x co\u00ADope\u0301rer.')).toEqual([
      { term: 'x', start: 0, end: 1, kind: 'word' },
      { term: 'cooperer', start: 2, end: 12, kind: 'word' },
    ]);
  });

  it('stands at whole characters whose folding holds the term', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        let last = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
          const [first] = token.term;
          expect(foldString(text.slice(token.start, token.end))).toContain(first);
          last = token.start;
        }
      }),
    );
  });

  it('gives the same terms for composed and decomposed text', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')));
      }),
    );
  });

  it('gives the terms of joined terms again', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const words = tokens(text).filter((token) => token.kind === 'word');
        const joined = words.map((token) => token.term).join(' ');
        expect(terms(joined)).toEqual(words.map((token) => token.term));
      }),
    );
  });
});

describe('word count', () => {
  it.each([
    ['', 0],
    ["Seo Han-bit doesn't pay 1,000.50 won.", 6],
    ['首脳会談', 4],
    ['end.Next', 2],
    ['2024年', 2],
  ])('%j has %i', (text, words) => {
    expect(wordCount(text)).toBe(words);
  });
});

describe('stems', () => {
  it('joins forms of a word and leaves stop words, numbers and other scripts alone', () => {
    expect(stem('meetings')).toBe(stem('meeting'));
    expect(stem('was')).toBe('was');
    expect(stem('f35s')).toBe('f35s');
    expect(stem('встречи')).toBe('встречи');
  });
});
