import { describe, expect, it } from 'vitest';
import { dateBars } from './date-bars.ts';

const counts = (...pairs: readonly (readonly [string, number])[]) =>
  pairs.map(([value, count]) => ({ value, count }));

describe('the bars of publication', () => {
  it('are months without gaps', () => {
    const month = counts(['2025-11', 2], ['2026-02', 1]);
    expect(dateBars(counts(['2025', 2], ['2026', 1]), month)).toEqual(
      counts(['2025-11', 2], ['2025-12', 0], ['2026-01', 0], ['2026-02', 1]),
    );
  });

  it('are years where months are too many, or not known of all', () => {
    expect(
      dateBars(counts(['2024', 3], ['2026', 1]), counts(['2024-05', 2], ['2026-01', 1])),
    ).toEqual(counts(['2024', 3], ['2025', 0], ['2026', 1]));
    const far = counts(['1990-01', 1], ['2026-01', 1]);
    expect(dateBars(counts(['2026', 1], ['1990', 1]), far)).toHaveLength(37);
  });

  it('are none for no dates, and for more years than can be drawn', () => {
    expect(dateBars([], [])).toEqual([]);
    expect(dateBars(counts(['0001', 1], ['2026', 1]), [])).toEqual([]);
  });
});
