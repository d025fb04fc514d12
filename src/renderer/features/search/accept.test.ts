import { describe, expect, it } from 'vitest';
import { accepted } from './accept.ts';

/** The query afterwards, with `|` at the cursor. */
const take = (q: string, from: number, to: number, text: string, kind: 'field' | 'outlet') => {
  const { q: after, caret } = accepted(q, { from, to }, { text, kind });
  return `${after.slice(0, caret)}|${after.slice(caret)}`;
};

describe('taking a completion', () => {
  it('goes on with the value of a field, and with the next word after a value', () => {
    expect(take('ferry ou', 6, 8, 'outlet:', 'field')).toBe('ferry outlet:|');
    expect(take('ou ferry', 0, 2, 'outlet:', 'field')).toBe('outlet:| ferry');
    expect(take('outlet:ha', 7, 9, '"Harbour Post"', 'outlet')).toBe('outlet:"Harbour Post" |');
    expect(take('outlet:ha ferry', 7, 9, 'Courier', 'outlet')).toBe('outlet:Courier |ferry');
    expect(take('(outlet:ha)', 8, 10, 'Courier', 'outlet')).toBe('(outlet:Courier |)');
  });
});
