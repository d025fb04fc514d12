import { describe, expect, it } from 'vitest';
import { without } from './without.ts';

describe('a query without one of its parts', () => {
  it('loses the part and its minus', () => {
    expect(without('ferry -market gate', { start: 7, end: 13 })).toBe('ferry gate');
    expect(without('ferry', { start: 0, end: 5 })).toBe('');
  });
});
