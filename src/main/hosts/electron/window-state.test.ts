import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow, smallestWindow, type Rectangle } from './window-state.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const second: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 };

test('opens as it was left', () => {
  const state = { bounds: { x: 1500, y: 40, width: 1200, height: 900 }, maximized: true };
  expect(placeWindow(state, [laptop, second])).toEqual(state);
});

test('comes back when its display has gone', () => {
  const state = { bounds: { x: 1500, y: 40, width: 1200, height: 900 }, maximized: false };
  expect(placeWindow(state, [laptop]).bounds).toEqual({ x: 120, y: 25, width: 1200, height: 875 });
});

test('the first time it stands in the middle of the primary display', () => {
  for (const stored of [undefined, null, 'x', [], { bounds: { x: 1 } }, { bounds: laptop }]) {
    expect(placeWindow(stored, [laptop])).toEqual({
      bounds: { x: 80, y: 63, width: 1280, height: 800 },
      maximized: false,
    });
  }
});

test('whatever was stored, enough of the window lies on a display to hold it by', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(number, number, size, size, (x, y, width, height) => {
      const { bounds } = placeWindow({ bounds: { x, y, width, height }, maximized: false }, [
        laptop,
        second,
      ]);
      expect(bounds.width).toBeGreaterThanOrEqual(smallestWindow.width);
      expect(bounds.height).toBeGreaterThanOrEqual(smallestWindow.height);
      const reachable = [laptop, second].some(
        (area) =>
          bounds.x + bounds.width >= area.x + 120 &&
          bounds.x <= area.x + area.width - 120 &&
          bounds.y >= area.y &&
          bounds.y <= area.y + area.height - 60,
      );
      expect(reachable).toBe(true);
    }),
  );
});
