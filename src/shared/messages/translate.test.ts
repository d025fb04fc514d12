import { describe, expect, it } from 'vitest';
import { translator } from './translate.ts';

describe('messages', () => {
  it('are filled in with values and plural forms', () => {
    const m = translator('en', {
      a: { b: '{count, plural, one {# file} other {# files}} in {place}' },
    });
    expect(m('a.b', { count: 1, place: 'x' })).toBe('1 file in x');
    expect(m('a.b', { count: 2, place: 'x' })).toBe('2 files in x');
  });

  it('that are missing are named', () => {
    const m = translator<Record<string, Record<string, string>>>('en', { a: {} });
    expect(() => m('a.c')).toThrow('There is no message "a.c".');
  });
});
