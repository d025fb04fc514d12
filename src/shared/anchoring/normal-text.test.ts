import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trickyText } from '../text/tricky-text.ts';
import { normalText } from './normal-text.ts';

describe('normalText', () => {
  it('knows where an offset of the source lies, and the way back', () => {
    const normal = normalText('Été \n\t à la\u00ADmer');
    expect(normal.text).toBe('ete a lamer');
    expect([0, 1, 3, 7, 8, 9].map((offset) => normal.position(offset))).toEqual([0, 1, 3, 4, 5, 6]);
    expect(normal.original({ start: 4, end: 5 })).toEqual({ start: 7, end: 8 });
    expect(normal.original({ start: 3, end: 4 })).toEqual({ start: 3, end: 7 });
    expect(normal.original({ start: 2, end: 2 })).toEqual({ start: 2, end: 2 });
  });

  it('leads back to ranges of the source that read the same', () => {
    fc.assert(
      fc.property(trickyText, fc.nat(), fc.nat(), (source, a, b) => {
        const normal = normalText(source);
        const [start, end] = [a % (normal.text.length + 1), b % (normal.text.length + 1)].sort(
          (one, other) => one - other,
        ) as [number, number];
        const range = normal.original({ start, end });
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(normalText(source.slice(range.start, range.end)).text).toContain(
          normal.text.slice(start, end).trim(),
        );
      }),
    );
  });

  it('finds the first place at or behind an offset', () => {
    fc.assert(
      fc.property(trickyText, fc.nat(), (source, n) => {
        const normal = normalText(source);
        const offset = n % (source.length + 1);
        const at = normal.position(offset);
        const startOf = (place: number) => normal.original({ start: place, end: place + 1 }).start;
        if (at < normal.text.length) expect(startOf(at)).toBeGreaterThanOrEqual(offset);
        if (at > 0) expect(startOf(at - 1)).toBeLessThan(offset);
      }),
    );
  });
});
