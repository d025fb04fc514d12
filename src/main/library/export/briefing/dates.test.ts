import { expect, it } from 'vitest';
import { formatDates } from './dates.ts';

it.each([
  ['2031-05-11', '2031-05-11', '11 May 2031'],
  ['2031-05-11', '2031-05-15', '11–15 May 2031'],
  ['2031-04-30', '2031-05-15', '30 April – 15 May 2031'],
  ['2030-12-30', '2031-01-02', '30 December 2030 – 2 January 2031'],
  ['2031-04', '2031-04-03', 'April 2031'],
  ['2031-04', '2031-06', 'April – June 2031'],
  ['2031', '2031-06', '2031'],
  ['2030', '2031', '2030 – 2031'],
])('the dates from %s to %s are %s', (first, last, words) => {
  expect(formatDates(first, last)).toBe(words);
});
