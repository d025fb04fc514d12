import { describe, expect, test } from 'vitest';
import { newestOfPeriods } from './thinning.ts';

const kept = (dates: readonly string[], periods: Parameters<typeof newestOfPeriods>[2]) => [
  ...newestOfPeriods(dates, (date) => date, periods),
];
const none = { daily: 0, weekly: 0, monthly: 0 };

describe('what is kept of the days, weeks and months', () => {
  test('is the newest of each of the last that have one', () => {
    const days = ['2031-05-09T18:00', '2031-05-09T08:00', '2031-05-07T08:00', '2031-05-01T08:00'];
    expect(kept(days, { ...none, daily: 2 })).toEqual([days[0], days[2]]);
    const months = ['2031-05-02', '2031-04-30', '2031-04-01', '2030-12-24'];
    expect(kept(months, { ...none, monthly: 3 })).toEqual([months[0], months[1], months[3]]);
  });

  test('has weeks that begin on Monday', () => {
    // 2031-05-05 is a Monday.
    const days = ['2031-05-11', '2031-05-05', '2031-05-04', '2031-04-28', '2031-04-27'];
    expect(kept(days, { ...none, weekly: 9 })).toEqual([days[0], days[2], days[4]]);
  });

  test('may be kept for one period and thinned by another', () => {
    const days = ['2031-05-09', '2031-05-08', '2031-05-01'];
    expect(kept(days, { daily: 1, weekly: 2, monthly: 1 })).toEqual([days[0], days[2]]);
  });
});
