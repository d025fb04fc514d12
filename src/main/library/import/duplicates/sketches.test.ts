import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascending } from './ascending.ts';
import { similarity, type Fingerprint } from './fingerprint.ts';
import { Sketches } from './sketches.ts';

const printOf = (shingles: readonly number[]): Fingerprint => ({
  folded: shingles.reduce((sum, shingle) => (sum * 31 + shingle) >>> 0, 7),
  words: shingles.length + 2,
  shingles: ascending(Uint32Array.from(shingles)),
  bands: [],
});
const shingle = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const shingles = fc.array(shingle, { minLength: 1, maxLength: 300 });

it('never says less in common than there is', () => {
  fc.assert(
    fc.property(shingles, shingles, shingles, (shared, one, other) => {
      const [a, b] = [printOf([...shared, ...one]), printOf([...shared, ...other])];
      const sketches = new Sketches(10);
      sketches.keep(1, a);
      const most = sketches.mostInCommon(1, b);
      expect(most).toBeGreaterThanOrEqual(similarity(a.shingles, b.shingles));
      expect(sketches.mostInCommon(1, a)).toBe(1);
    }),
  );
});

it('tells texts apart that have a third in common, and keeps as many as it may', () => {
  const story = (from: number, length: number) =>
    Array.from({ length }, (_, index) => Math.imul(from + index, 0x9e3779b1) >>> 0);
  const sketches = new Sketches(3);
  for (let seq = 1; seq <= 4; seq += 1) sketches.keep(seq, printOf(story(seq * 1000, 600)));
  const like4 = printOf([...story(4000, 200), ...story(9000, 400)]);
  expect(sketches.mostInCommon(4, like4)).toBeGreaterThan(0.3);
  expect(sketches.mostInCommon(4, like4)).toBeLessThan(0.5);
  expect(sketches.mostInCommon(3, like4)).toBeLessThan(0.3);
  expect(sketches.mostInCommon(1, like4)).toBe(1);
});
