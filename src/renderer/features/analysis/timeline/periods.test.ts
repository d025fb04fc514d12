import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beyond,
  indexOf,
  isIn,
  moved,
  periodAt,
  stretchOfView,
  ticksOf,
  viewUntil,
  withoutEmptyBeginning,
  zoomFor,
  zooms,
} from './periods.ts';

const date = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

test('a period is found again by its count', () => {
  fc.assert(
    fc.property(date, fc.constantFrom(...zooms), (day, zoom) => {
      expect(day.startsWith(periodAt(indexOf(day, zoom), zoom))).toBe(true);
    }),
  );
});

test('a view holds its end, or all there is, and can be moved to everything', () => {
  fc.assert(
    fc.property(
      fc.array(date, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...zooms),
      (dates, zoom) => {
        const ordered = dates.toSorted();
        const oldest = ordered[0] ?? '';
        const newest = ordered.at(-1) ?? '';
        let view = viewUntil(dates, zoom, newest);
        expect(isIn(newest, stretchOfView(view))).toBe(true);
        for (let step = 0; step < 5000 && !isIn(oldest, stretchOfView(view)); step += 1) {
          const next = viewUntil(dates, zoom, moved(view, -1));
          expect(next.first).toBeLessThan(view.first);
          view = next;
        }
        expect(isIn(oldest, stretchOfView(view))).toBe(true);
      },
    ),
  );
});

test('a view that begins with empty periods is drawn without them, but for a few', () => {
  const first = (dates: readonly string[]) => {
    const view = withoutEmptyBeginning(dates, viewUntil(dates, 'month', '2031-06-30'));
    return periodAt(view.first, 'month');
  };
  expect(first(['2020-01', '2030-11', '2031-06'])).toBe('2030-11');
  expect(first(['2020-01', '2031-05', '2031-06'])).toBe('2031-01');
  expect(first(['2020-01', '2029-07', '2031-06'])).toBe('2029-07');
  expect(first(['2031-06'])).toBe('2031-06');
});

test('the first look is the closest that shows everything', () => {
  expect(zoomFor(['2031-03-01', '2031-03-20'])).toBe('day');
  expect(zoomFor(['2030-03', '2031-03-20'])).toBe('month');
  expect(zoomFor(['1978', '2031-03-20'])).toBe('year');
  expect(zoomFor([])).toBe('year');
});

test('scale lines begin with the view and stay inside', () => {
  expect(ticksOf({ zoom: 'month', first: 24_373, last: 24_376 }, 2)).toEqual([
    '2031-02',
    '2031-04',
  ]);
  expect(ticksOf({ zoom: 'year', first: 2031, last: 2031 }, 6)).toEqual(['2031']);
});

test('what is not drawn is counted on its side, and with what is drawn it is everything', () => {
  const one = (period: string, articles: number, events: number) => ({ period, articles, events });
  const items = [one('1640', 1, 4), one('1995', 0, 2), one('1996', 3, 0), one('2031', 2, 1)];
  const view = { zoom: 'year', first: 1996, last: 2025 } as const;
  expect(beyond(items, view)).toEqual({
    earlier: { articles: 1, events: 6 },
    later: { articles: 2, events: 1 },
  });
  fc.assert(
    fc.property(
      fc.array(date, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...zooms),
      (dates, zoom) => {
        const view = viewUntil(dates, zoom, dates[0] ?? '');
        const drawn = dates.filter((day) => isIn(day, stretchOfView(view))).length;
        const { earlier, later } = beyond(
          dates.map((day) => one(day, 1, 2)),
          view,
        );
        expect(drawn + earlier.articles + later.articles).toBe(dates.length);
        expect(earlier.events + later.events).toBe(2 * (dates.length - drawn));
      },
    ),
  );
});
