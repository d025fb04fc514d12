import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlainWords } from './plain-words.ts';
import { wordAt } from './words.ts';

describe('a set of plain words', () => {
  it('passes over words that are not in it, and over what is no word', () => {
    const words = new PlainWords();
    words.add('lund');
    expect(words.endOfOther('Harbour wall', 0)).toBe(7);
    expect(words.endOfOther(' wall', 0)).toBe(1);
    expect(words.endOfOther('Lund', 0)).toBe(0);
    expect(words.endOfOther('LUND.', 0)).toBe(0);
  });

  it.each(["Harbour's", 'Harbour’s', 'U.S.', 'Hårby', 'Bo東'])(
    'leaves %s to be looked at',
    (text) => {
      expect(new PlainWords().endOfOther(text, 0)).toBe(0);
    },
  );

  it('never passes over a word that is in it', () => {
    const piece = fc.constantFrom('Ab', 'c', 'D4', ' ', '.', '’', "'", '-', 'é', '海');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = `Z${pieces.join('')}`;
        const word = wordAt(text, 0);
        const words = new PlainWords();
        words.add(word.folded);
        expect(words.endOfOther(text, 0)).toBe(0);
      }),
    );
  });
});
