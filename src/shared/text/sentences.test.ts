import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.ts';

const split = (text: string): string[] =>
  sentences(text).map(({ start, end }) => text.slice(start, end));

/** `|` marks where a sentence ends. */
const cases: readonly [string, string][] = [
  ['titles', 'Dr. Ada Park spoke.| Gen. Lee and Mrs. Orr listened.'],
  ['months', 'It opened on Nov. 4 and closed.| Dec. 5 is next.'],
  ['initials', 'J. R. Orr met A. Lind.| The talks ended.'],
  [
    'initials that are abbreviations too',
    'Ann P. Orr met V. Lind on p. 9.| It was vitamin P.| The end.',
  ],
  ['several people', 'Drs. Orr and Lind met Reps. Park and Sen. Lee.| They left.'],
  ['cases at law', 'In Orr v. Lind it lost.| It appealed.'],
  ['references', 'It shrank (Ref. 3) in water, salt, etc.| Heat followed.'],
  ['countries', 'The U.S. Navy sailed from the U.K. in May.| It left the U.S.| The port closed.'],
  ['countries at the end', 'He returned to the U.S.| The rest stayed.'],
  ['companies', 'Acme Inc. Chairman Orr resigned.| He left Acme Inc.| The board met.'],
  ['numbers', 'See No. 5 and Art. 7 of the text.| It is short.'],
  ['questions in quotation marks', '“Will it sail?” she asked.| Nobody knew.'],
  ['straight quotation marks', '"It is over."| He left.| "Go!" she said.'],
  ['a quotation that ends a sentence', 'He said: “It is over.”| The room was silent.'],
  ['citations in brackets', 'It sailed.[3]| Nobody came.[4, 5]| It sank.'],
  ['citations in superscript', 'It sailed.¹²| Nobody came.³'],
  ['numbered items', '1. Open the port.| 2. Close it.'],
  ['decimals and hosts', 'It cost 3.5 million on example.org last year.| Nobody paid.'],
  ['ellipses', 'He waited… and left.| Wait...| Nobody came.'],
  ['Japanese', '船は出た。|誰も来なかった。|「もう遅い。」と彼は言った。|終わり！'],
  ['Chinese', '他来了。|“我们走吧。”|你呢？'],
  ['Korean', '배가 떠났다.| 아무도 오지 않았다.'],
  ['paragraphs', 'A heading\n\n|Then words.\n|And more.'],
  [
    'states in lower case',
    'He fell ill.| The court met.| She moved to Springfield, Ill. Nobody came.',
  ],
  ['German', 'Das gilt z. B. für Dr. Orr.| Am 3. Mai kam Hr. Lind.| Es war spät.'],
  ['Spanish', 'El Sr. Orr y la Sra. Lind salen.| En EE. UU. llueve.| Nadie vino.'],
  ['French', 'M. Orr est venu.| « Oui. »| Mme Lind part.'],
  ['wrapped lines', 'The line goes\non here.| Next.'],
];

describe('sentences', () => {
  it.each(cases)('handles %s', (_, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(expected);
  });

  it('covers every visible character once, in order, and never halves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let position = 0;
        for (const { start, end } of sentences(text)) {
          expect(text.slice(position, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          position = end;
        }
        expect(text.slice(position).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
