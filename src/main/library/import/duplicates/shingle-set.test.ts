import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countOf, sharedBy, shingleSet } from './shingle-set.ts';

const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const hashes = fc.array(hash, { maxLength: 400 });
/** What the set tells apart. */
const upper = (values: readonly number[]) => new Set(values.map((value) => value >>> 10));
const setOf = (values: readonly number[]) => shingleSet(Uint32Array.from(values));

it('counts what two sets have in common, each hash once', () => {
  fc.assert(
    fc.property(hashes, hashes, hashes, (shared, one, other) => {
      const a = [...shared, ...one, ...shared];
      const b = [...other, ...shared];
      expect(countOf(setOf(a))).toBe(upper(a).size);
      const keys = upper(b);
      expect(sharedBy(setOf(a), setOf(b))).toBe(
        [...upper(a)].filter((key) => keys.has(key)).length,
      );
    }),
  );
});

it('holds a range of hashes with nearly all there can be', () => {
  const full = Uint32Array.from({ length: 3 << 16 }, (_, index) => index << 10);
  const set = shingleSet(full);
  expect(countOf(set)).toBe(3 * 65_535);
  expect(sharedBy(set, set)).toBe(3 * 65_535);
  expect(sharedBy(set, setOf([2 << 26]))).toBe(1);
});
