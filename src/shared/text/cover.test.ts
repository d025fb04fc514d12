import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverOf } from './cover.ts';

const range = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('answers as a look at every range does', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), range, (ranges, asked) => {
      const { holds, touches } = coverOf(ranges);
      const { start, end } = asked;
      expect(holds(asked)).toBe(ranges.some((one) => one.start <= start && one.end >= end));
      expect(touches(asked)).toBe(ranges.some((one) => one.start < end && one.end > start));
    }),
  );
});
