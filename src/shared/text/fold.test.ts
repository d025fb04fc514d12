import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldString } from './fold.ts';
import { trickyText } from './tricky-text.ts';

describe('folding', () => {
  it.each([
    ['Crème Brûlée', 'creme brulee'],
    ['ＡＢＣ　１２３', 'abc 123'],
    ['ｶﾞｷﾞｸﾞ ﾊﾟﾝ', 'ガギグ パン'],
    ['“Quoted” ‘text’ «here»', '"quoted" \'text\' "here"'],
    ['one–two—three‑four', 'one-two-three-four'],
    ['Straße, Łódź, Ærø', 'strasse, lodz, aero'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['co\u00ADoperate\u200B', 'cooperate\u200B'],
    ['ﬁnal', 'final'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['مُحَمَّد', 'محمد'],
  ])('%s → %s', (text, expected) => {
    expect(foldString(text)).toBe(expected);
  });

  it('keeps marks that make another letter', () => {
    expect(foldString('が')).not.toBe(foldString('か'));
    expect(foldString('หา')).not.toBe(foldString('ห'));
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(foldString(text.normalize('NFD'))).toBe(foldString(text.normalize('NFC')));
      }),
    );
  });

  it('gives the same text with and without the map', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(fold(text).text).toBe(foldString(text));
      }),
    );
  });

  it('maps every folded unit back to whole characters that fold to it', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        const folded = fold(text);
        let last = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const [start, end] = folded.original(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(foldString(text.slice(start, end))).toContain(folded.text.charAt(at));
          last = start;
        }
        expect(folded.original(0, 0)[0]).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('finds a folded word back where it stood', () => {
    const text = '👍 The Ｋｙōto “su\u00ADmmit” — ｶﾞﾊﾞﾅﾝｽ';
    const folded = fold(text);
    const at = folded.text.indexOf('summit');
    expect(text.slice(...folded.original(at, at + 6))).toBe('su\u00ADmmit');
    const kana = folded.text.indexOf('ガバ');
    expect(text.slice(...folded.original(kana, kana + 2))).toBe('ｶﾞﾊﾞ');
  });
});
