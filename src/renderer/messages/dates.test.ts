import { describe, expect, test } from 'vitest';
import { formatIssued } from './dates.ts';

describe('dates as people write them', () => {
  test.each([
    ['2026-03-11', '11 Mar 2026'],
    ['2026-03', 'Mar 2026'],
    ['2026', '2026'],
    ['0044-03-15', '15 Mar 44'],
    ['XXXX-11-04', '4 Nov'],
    ['XXXX-02-29', '29 Feb'],
    ['XXXX', 'XXXX'],
    ['last week', 'last week'],
  ])('%s is %s', (issued, words) => expect(formatIssued(issued)).toBe(words));

  test('what is not known is not made up', () => expect(formatIssued(null)).toBeNull());
});
