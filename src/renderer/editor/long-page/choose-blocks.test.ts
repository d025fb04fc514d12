import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBlocks } from './choose-blocks.ts';

const screen = 800;
const height = 100;
/** Where blocks of equal height begin when the page is scrolled by `scrolled` CSS px. */
const tops = (count: number, scrolled: number) =>
  Array.from({ length: count }, (_, index) => index * height - scrolled);
const indices = (displayed: readonly boolean[]) =>
  displayed.flatMap((is, index) => (is ? index : []));

describe('chooseBlocks', () => {
  it('displays two screens around the window, and both ends', () => {
    const { displayed, first, last } = chooseBlocks(tops(1000, 50_000), [], screen);
    expect([first, last]).toEqual([483, 524]);
    expect(indices(displayed).filter((index) => index < first || index > last)).toEqual([
      0, 1, 998, 999,
    ]);
  });

  it('keeps the blocks around the cursor, wherever it is', () => {
    const { displayed, first, last } = chooseBlocks(tops(1000, 50_000), [100], screen);
    expect(displayed.slice(79, 122)).toEqual([false, ...Array(41).fill(true), false]);
    expect([first, last]).toEqual([483, 524]);
  });

  it('leaves no gap inside what it says is displayed at the window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 301, max: 2000 }),
        fc.integer({ min: -2_000, max: 220_000 }),
        fc.array(fc.nat({ max: 2000 }), { maxLength: 3 }),
        (count, scrolled, kept) => {
          const held = kept.filter((index) => index < count);
          const { displayed, first, last } = chooseBlocks(tops(count, scrolled), held, screen);
          expect(displayed).toHaveLength(count);
          expect(displayed.slice(first, last + 1).every(Boolean)).toBe(true);
          expect(displayed[first - 1] ?? false).toBe(false);
          expect(displayed[last + 1] ?? false).toBe(false);
          for (const index of held) expect(displayed[index]).toBe(true);
          const inSight = tops(count, scrolled).findIndex(
            (top) => top + height > 0 && top < screen,
          );
          if (inSight >= 0) expect(displayed[inSight]).toBe(true);
        },
      ),
    );
  });
});
