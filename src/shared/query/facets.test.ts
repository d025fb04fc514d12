import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutParts } from './edit.ts';
import { askedValues, asksFor, facets, toggled, withoutFacet, type Facet } from './facets.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';

describe('narrowing a query', () => {
  it.each<[Facet, string, string]>([
    ['outlet', 'Harbour Post', 'ferry outlet:"Harbour Post"'],
    ['actor', 'Ilse Marrack', 'ferry actor:"Ilse Marrack"'],
    ['speaker', 'Ilse Marrack', 'ferry said:"Ilse Marrack"'],
    ['tag', 'crossing', 'ferry tag:"crossing"'],
    ['year', '2026', 'ferry after:2026 before:2027'],
  ])('asks for a value of %s, and takes it back', (facet, value, narrowed) => {
    expect(asksFor('ferry', facet, value)).toBe(false);
    expect(toggled('ferry', facet, value)).toBe(narrowed);
    expect(asksFor(narrowed, facet, value)).toBe(true);
    expect(toggled(narrowed, facet, value)).toBe('ferry');
  });

  it.each<[string, Facet, string, string]>([
    ['a outlet:"Post" b', 'outlet', 'Times', 'a outlet:"Post" OR outlet:"Times" b'],
    ['a outlet:(Post OR Sun)', 'outlet', 'Times', 'a outlet:(Post OR Sun OR outlet:"Times")'],
    ['a outlet:Post tag:x', 'tag', 'y', 'a outlet:Post tag:x OR tag:"y"'],
    [
      'after:2025 a before:2026',
      'year',
      '2024',
      'a (after:2025 before:2026) OR (after:2024 before:2025)',
    ],
    [
      '(after:2025 before:2026) OR (after:2024 before:2025) a',
      'year',
      '2023',
      '(after:2025 before:2026) OR (after:2024 before:2025) OR (after:2023 before:2024) a',
    ],
    ['a OR', 'tag', 'y', 'a tag:"y"'],
    ['"half typed', 'tag', 'y', '"half typed" tag:"y"'],
  ])('%s: another value of %s is an alternative', (q, facet, value, expected) => {
    expect(toggled(q, facet, value)).toBe(expected);
    expect(parseQuery(expected).errors).toEqual([]);
    expect(asksFor(expected, facet, value)).toBe(true);
  });

  it('names the values asked for', () => {
    expect(askedValues('a outlet:"X y" OR outlet:z outlet:z', 'outlet')).toEqual(['X y', 'z']);
    expect(askedValues('after:2025 before:2026', 'year')).toEqual(['2025']);
    expect(askedValues('after:2025 before:2027', 'year')).toEqual([]);
  });

  it('tells a value that is left out from one that is asked for', () => {
    expect(asksFor('ferry -tag:"crossing"', 'tag', 'crossing')).toBe(false);
    expect(asksFor('ferry OR tag:"crossing"', 'tag', 'crossing')).toBe(false);
  });

  it('asks for any of what was ticked in one facet, and for one of each facet, in any order', () => {
    const facet = fc.constantFrom(...facets);
    const tick = facet.chain((name) =>
      fc.record({
        facet: fc.constant(name),
        value: fc.constantFrom(...(name === 'year' ? ['2021', '2024', '2025'] : ['A b', 'C', 'D'])),
      }),
    );
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 10 }), (ticks) => {
        const start = 'ferry "night boat" OR gate -storm';
        let q = start;
        const ticked = new Set<string>();
        for (const { facet: name, value } of ticks) {
          q = toggled(q, name, value);
          const key = `${name} ${value}`;
          if (!ticked.delete(key)) ticked.add(key);
        }
        const { tree, errors } = parseQuery(q);
        expect(errors).toEqual([]);
        expect(printQuery(parseQuery(printQuery(tree)).tree)).toBe(printQuery(tree));
        for (const { facet: name, value } of ticks) {
          expect(asksFor(q, name, value)).toBe(ticked.has(`${name} ${value}`));
        }
        const bare = facets.reduce(withoutFacet, tree);
        expect(printQuery(bare)).toBe(printQuery(parseQuery(start).tree));
      }),
    );
  });
});

describe('a query without one of its parts', () => {
  const without = (q: string, part: string) => {
    const start = q.indexOf(part);
    return withoutParts(q, [{ start, end: start + part.length }]);
  };
  it.each([
    ['ferry -market gate', 'market', 'ferry gate'],
    ['ferry NOT market', 'market', 'ferry'],
    ['ferry', 'ferry', ''],
    ['a OR b c', 'b', 'a c'],
    ['a OR b OR c', 'a', 'b OR c'],
    ['a (b OR c)', 'b', 'a (c)'],
    ['a -(b)', 'b', 'a'],
    ['outlet:(b) NOT  c', 'b', 'NOT c'],
    ['a  "two  words" b', 'b', 'a "two  words"'],
  ])('%s', (q, part, expected) => {
    expect(without(q, part)).toBe(expected);
  });
});
