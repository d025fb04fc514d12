import type { TextRange } from '../model/ranges.ts';

/** The index of the first range that starts at `offset` or later, in ranges ordered by start. */
export function firstFrom(ranges: readonly TextRange[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that start in `[from, to)`, in ranges ordered by start. */
export const startingIn = <T extends TextRange>(
  ranges: readonly T[],
  from: number,
  to: number,
): T[] => ranges.slice(firstFrom(ranges, from), firstFrom(ranges, to));

/** Those that overlap `[start, end)`, in ranges ordered by start that do not overlap each other. */
export function overlapping<T extends TextRange>(
  ranges: readonly T[],
  { start, end }: TextRange,
): T[] {
  const first = firstFrom(ranges, start);
  const before = ranges[first - 1];
  const from = before !== undefined && before.end > start ? first - 1 : first;
  return ranges.slice(from, firstFrom(ranges, end));
}
