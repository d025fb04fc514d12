import { expect, test } from 'vitest';
import { isoDay, isOneDay, stretchOf } from './time-scale.ts';

test('a date covers the day, the month or the year it tells, and nothing where it is unknown', () => {
  const days = (issued: string | null) => {
    const stretch = stretchOf(issued);
    return stretch === null ? null : [isoDay(stretch.first), isoDay(stretch.end)];
  };
  expect(days('2031-03-11')).toEqual(['2031-03-11', '2031-03-12']);
  expect(days('2032-02')).toEqual(['2032-02-01', '2032-03-01']);
  expect(days('2031')).toEqual(['2031-01-01', '2032-01-01']);
  for (const unknown of [null, 'XXXX-11-04', 'spring', '']) expect(days(unknown)).toBeNull();
  expect(isOneDay({ first: 3, end: 4 })).toBe(true);
});
