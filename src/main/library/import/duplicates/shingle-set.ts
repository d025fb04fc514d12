import { ascending } from './ascending.ts';

/** Of a hash its highest bits are kept: of two in two texts of 650 words one in 6,000 is equal by chance. */
const lowest = 10;
const placeBits = 16;
const ranges = 1 << (32 - lowest - placeBits);
const mostInRange = (1 << placeBits) - 1;

/**
 * A set of 32-bit hashes in two bytes each: how many lie in each of 64 equal ranges, then, range by
 * range and ascending, where in its range each lies.
 */
export type ShingleSet = Uint16Array;

/** What a set is written to before its length is known, kept from one to the next. */
let draft = new Uint16Array(0);

export function shingleSet(hashes: Uint32Array): ShingleSet {
  const all = ascending(hashes, lowest);
  if (draft.length < ranges + all.length) draft = new Uint16Array(ranges + all.length);
  const set = draft.fill(0, 0, ranges);
  let end = ranges;
  let last = -1;
  for (let at = 0; at < all.length; at += 1) {
    const key = (all[at] as number) >>> lowest;
    const range = key >>> placeBits;
    if (key === last || set[range] === mostInRange) continue;
    set[range] = (set[range] as number) + 1;
    set[end] = key;
    end += 1;
    last = key;
  }
  return set.slice(0, end);
}

/** How many hashes are in a set. */
export const countOf = (set: ShingleSet): number => set.length - ranges;

/** How many hashes two sets have in common. */
export function sharedBy(a: ShingleSet, b: ShingleSet): number {
  let shared = 0;
  let i = ranges;
  let j = ranges;
  for (let range = 0; range < ranges; range += 1) {
    const aEnd = i + (a[range] as number);
    const bEnd = j + (b[range] as number);
    while (i < aEnd && j < bEnd) {
      const left = a[i] as number;
      const right = b[j] as number;
      if (left === right) shared += 1;
      if (left <= right) i += 1;
      if (right <= left) j += 1;
    }
    i = aEnd;
    j = bEnd;
  }
  return shared;
}
