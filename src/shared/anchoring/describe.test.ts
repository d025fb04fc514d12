import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from './describe.ts';
import { splitsPair, widenToPairs } from '../text/surrogates.ts';

const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const ranges = texts.chain((text) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
);

describe('describePassage', () => {
  it('keeps the words and 32 units of context', () => {
    const text = `${'a'.repeat(50)}WORDS${'b'.repeat(50)}`;
    expect(describePassage(text, { start: 50, end: 55 })).toEqual({
      start: 50,
      end: 55,
      exact: 'WORDS',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  it('leaves out the half of a pair that 32 units would cut, on either side', () => {
    const smiles = '😀'.repeat(20);
    const text = `${smiles}-WORDS-${smiles}`;
    const start = smiles.length + 1;
    expect(describePassage(text, { start, end: start + 5 })).toMatchObject({
      prefix: `${'😀'.repeat(15)}-`,
      suffix: `-${'😀'.repeat(15)}`,
    });
  });

  it('gives slices that join to a part of the text and cut no pair', () => {
    fc.assert(
      fc.property(ranges, ({ text, ...raw }) => {
        const range = widenToPairs(text, raw);
        const { exact, prefix, suffix } = describePassage(text, range);
        const from = range.start - prefix.length;
        const to = range.end + suffix.length;
        expect(text.slice(from, to)).toBe(prefix + exact + suffix);
        for (const edge of [from, range.start, range.end, to]) {
          expect(splitsPair(text, edge)).toBe(false);
        }
        expect(range.start).toBeLessThanOrEqual(raw.start);
        expect(range.end).toBeGreaterThanOrEqual(raw.end);
      }),
    );
  });

  it.each([
    { start: 2, end: 2 },
    { start: 3, end: 2 },
    { start: -1, end: 2 },
    { start: 0, end: 6 },
  ])('refuses [$start, $end) of five units', (range) => {
    expect(() => describePassage('abcde', range)).toThrow(RangeError);
  });
});
