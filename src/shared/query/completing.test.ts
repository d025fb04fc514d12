import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completingAt, writtenValue } from './completing.ts';
import { parseQuery } from './parse.ts';
import { fields, isTerm } from './tree.ts';

/** The query with `|` at the cursor; answers field, typed and what would be replaced. */
function at(text: string) {
  const caret = text.indexOf('|');
  const query = text.replace('|', '');
  const found = completingAt(query, caret);
  return found && [found.field, found.typed, query.slice(found.start, found.end)];
}

describe('what is being typed', () => {
  it.each([
    ['|', [null, '', '']],
    ['ferry |', [null, '', '']],
    ['ferry out|', [null, 'out', 'out']],
    ['ferry -out|', [null, 'out', 'out']],
    ['(out|', [null, 'out', 'out']],
    ['ou|tl ferry', [null, 'ou', 'outl']],
    ['outlet:|', ['outlet', '', '']],
    ['outlet:| ferry', ['outlet', '', '']],
    ['outlet:har| ferry', ['outlet', 'har', 'har']],
    ['outlet:har|bour ferry', ['outlet', 'har', 'harbour']],
    ['-Outlet:har|', ['outlet', 'har', 'har']],
    ['outlet:|harbour', ['outlet', '', 'harbour']],
    ['outlet:"harbour p|', ['outlet', 'harbour p', '"harbour p']],
    ['outlet:"harbour p| ferry', ['outlet', 'harbour p', '"harbour p']],
    ['outlet:"harbour p|ost" ferry', ['outlet', 'harbour p', '"harbour post"']],
    ['actor:「金|', ['actor', '金', '「金']],
    ['outlet:"harbour post"|', null],
    ['"harbour p|', null],
    ['harb*|', null],
    ['harb~|', null],
    ['harbour OR|', null],
    ['(|', null],
  ])('%s', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  it('lies inside the query, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(200), (query, n) => {
        const caret = Math.min(n, query.length);
        const found = completingAt(query, caret);
        if (found === null) return;
        expect(found.start).toBeLessThanOrEqual(caret);
        expect(found.end).toBeGreaterThanOrEqual(caret);
        expect(found.end).toBeLessThanOrEqual(query.length);
      }),
    );
  });
});

describe('a value as it is written', () => {
  it.each([
    ['Courier', 'Courier'],
    ['Harbour Post', '"Harbour Post"'],
    ['港湾日報', '港湾日報'],
    ['a*', '"a*"'],
    ['OR', 'OR'],
    ['near~', '"near~"'],
    ['The "Post"', '"The  Post"'],
    ['-minus', '-minus'],
    ['a (b)', '"a (b)"'],
  ])('%s', (value, expected) => {
    expect(writtenValue('outlet', value)).toBe(expected);
  });

  it('is read again as one value of its field', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /[a-z]/i.test(text));
    const named = fc.constantFrom(
      ...fields.filter((field) => !['after', 'before', 'in'].includes(field)),
    );
    fc.assert(
      fc.property(named, words, (field, value) => {
        const { tree, errors } = parseQuery(`${field}:${writtenValue(field, value)}`);
        expect(errors).toEqual([]);
        expect(tree !== null && isTerm(tree) && tree.field).toBe(field);
      }),
    );
  });
});
