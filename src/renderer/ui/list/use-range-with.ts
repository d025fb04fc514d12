import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/** The rows in sight, and row `kept` of `count`, for a virtualizer. */
export const useRangeWith = (kept: number, count: number): ((range: Range) => number[]) =>
  useCallback(
    (range) =>
      [...new Set([...defaultRangeExtractor(range), kept])]
        .filter((index) => index < count)
        .sort((a, b) => a - b),
    [kept, count],
  );
