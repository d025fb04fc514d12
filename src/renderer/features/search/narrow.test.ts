import { describe, expect, it } from 'vitest';
import type { Facet } from './narrow.ts';
import { isNarrowed, toggled } from './narrow.ts';

describe('narrowing a query', () => {
  it.each<[Facet, string, string]>([
    ['outlet', 'Harbour Post', 'ferry outlet:"Harbour Post"'],
    ['actor', 'Ilse Marrack', 'ferry actor:"Ilse Marrack"'],
    ['tag', 'crossing', 'ferry tag:"crossing"'],
    ['year', '2026', 'ferry after:2026 before:2027'],
  ])('asks for a value of %s, and takes it back', (facet, value, narrowed) => {
    expect(isNarrowed('ferry', facet, value)).toBe(false);
    expect(toggled('ferry', facet, value)).toBe(narrowed);
    expect(isNarrowed(narrowed, facet, value)).toBe(true);
    expect(toggled(narrowed, facet, value)).toBe('ferry');
  });

  it('tells a value that is left out from one that is asked for', () => {
    expect(isNarrowed('ferry -tag:"crossing"', 'tag', 'crossing')).toBe(false);
  });
});
