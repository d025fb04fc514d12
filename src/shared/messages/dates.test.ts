import { expect, it } from 'vitest';
import { formatDates } from './dates.ts';

it.each([
  ['2031-05-11', '2031-05-11', '11 May 2031'],
  ['2031-05-11', '2031-05-15', '11 – 15 May 2031'],
  ['2031-04-30', '2031-05-15', '30 April – 15 May 2031'],
  ['2030-12-30', '2031-01-02', '30 December 2030 – 2 January 2031'],
  ['2030-12-30', '2031', '30 December 2030 – 2031'],
  ['2031-04', '2031-04-03', 'April 2031'],
  ['2031-04', '2031-06', 'April – June 2031'],
  ['2031', '2031-06', '2031'],
  ['2030', '2031', '2030 – 2031'],
])('the dates from %s to %s are %s', (first, last, words) => {
  expect(formatDates(first, last).replaceAll(/\s/gu, ' ')).toBe(words);
});

it.each([
  ['de', '11.–15. Mai 2031'],
  ['es', '11–15 de mayo de 2031'],
  ['fr', '11–15 mai 2031'],
  ['ja', '2031年5月11日～15日'],
  ['ko', '2031년 5월 11일~15일'],
  ['zh', '2031年5月11日～15日'],
])('in %s the dates are %s', (locale, words) => {
  expect(formatDates('2031-05-11', '2031-05-15', locale).replaceAll(/\s/gu, ' ')).toBe(words);
});
