import type { TextRange } from '../model/ranges.ts';

/** Answers about many ranges at once, each in the time of a binary search. */
export interface Cover {
  /** True where one of the ranges holds all of `[start, end)`. */
  readonly holds: (range: TextRange) => boolean;
  /** True where one of the ranges shares a character with `[start, end)`. */
  readonly touches: (range: TextRange) => boolean;
}

/** Ranges, in any order and overlapping as they may, to be asked about again and again. */
export function coverOf(ranges: readonly TextRange[]): Cover {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let furthest = 0;
  /** How far the ranges up to each one reach. */
  const reach = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  /** How far the ranges that start before `limit` reach. */
  const reachBefore = (limit: number): number => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((sorted[middle]?.start ?? Infinity) < limit) from = middle + 1;
      else to = middle;
    }
    return reach[from - 1] ?? 0;
  };
  return {
    holds: ({ start, end }) => {
      const reached = reachBefore(start + 1);
      return reached >= end && reached > 0;
    },
    touches: ({ start, end }) => reachBefore(end) > start,
  };
}
