import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trickyText } from '../text/tricky-text.ts';
import { chips } from './chips.ts';
import { limits, parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { isTerm, type QueryNode } from './tree.ts';

/** The tree as a nested list that reads like the query. */
function shape(node: QueryNode | null): unknown {
  if (node === null) return null;
  if (isTerm(node)) {
    const text = node.kind === 'word' ? node.text : `${node.kind} ${node.text}`;
    return node.field === null ? text : `${node.field}: ${text}`;
  }
  return node.kind === 'not' ? ['not', shape(node.of)] : [node.kind, ...node.of.map(shape)];
}

const read = (query: string) => shape(parseQuery(query).tree);
const errorsOf = (query: string) =>
  parseQuery(query).errors.map(({ message, start, end }) => [query.slice(start, end), message]);

describe('the grammar', () => {
  it.each([
    ['', null],
    ['summit trade', ['and', 'summit', 'trade']],
    ['summit AND trade', ['and', 'summit', 'trade']],
    ['"trade talks"', 'phrase trade talks'],
    ['“trade talks” 「首脳会談」', ['and', 'phrase trade talks', 'phrase 首脳会談']],
    ['a b OR c', ['and', 'a', ['or', 'b', 'c']]],
    ['(a b) OR c', ['or', ['and', 'a', 'b'], 'c']],
    ['a OR b -c', ['and', ['or', 'a', 'b'], ['not', 'c']]],
    ['a (b OR c)', ['and', 'a', ['or', 'b', 'c']]],
    ['-draft NOT old', ['and', ['not', 'draft'], ['not', 'old']]],
    ['-(a b)', ['not', ['and', 'a', 'b']]],
    ['-(-a)', 'a'],
    ['summ* sumit~', ['and', 'prefix summ', 'fuzzy sumit']],
    ['Han-bit -draft', ['and', 'Han-bit', ['not', 'draft']]],
    ['title:trade OUTLET:"The Daily"', ['and', 'title: trade', 'outlet: phrase The Daily']],
    ['actor:(Orr OR Lund)', ['or', 'actor: Orr', 'actor: Lund']],
    [
      'title:(ferry -(boat "old quay"))',
      ['and', 'title: ferry', ['not', ['and', 'title: boat', 'title: phrase old quay']]],
    ],
    ['title:ferry (boat)', ['and', 'title: ferry', 'boat']],
    ['ferry~1 ferry~2 ferry～', ['and', 'fuzzy ferry', 'fuzzy ferry', 'fuzzy ferry']],
    ['ferry~3', 'ferry~3'],
    ['after:2025/3/9 before:2026', ['and', 'after: 2025-03-09', 'before: 2026']],
    ['in:note in:actors', ['and', 'in: notes', 'in: actors']],
    ['https://example.org a:b', ['and', 'https://example.org', 'a:b']],
    ['or and not', ['and', 'or', 'and', 'not']],
    ['a - b', ['and', 'a', 'b']],
    ['（首脳　OR　会談）', ['or', '首脳', '会談']],
    ['title：貿易', 'title: 貿易'],
    ['((((a))))', 'a'],
    ['„alter Hafen“ x', ['and', 'phrase alter Hafen', 'x']],
    ['hafen「港湾」b', ['and', 'hafen', 'phrase 港湾', 'b']],
    ['a -OR b', ['or', 'a', 'b']],
    ['(a -) b', ['and', 'a', 'b']],
    ['!!! ** ~ "" ()', null],
  ])('%j', (query, expected) => {
    expect(read(query)).toEqual(expected);
    expect(errorsOf(query)).toEqual([]);
  });

  it.each([
    ['"half typed', 'phrase half typed', [['"', 'This quotation mark is never closed.']]],
    ['(a b', ['and', 'a', 'b'], [['(', 'This parenthesis is never closed.']]],
    ['a) b', ['and', 'a', 'b'], [[')', 'This parenthesis was never opened.']]],
    ['a OR', 'a', [['OR', 'OR needs a word after it.']]],
    ['OR a', 'a', [['OR', 'OR needs a word before it.']]],
    ['a OR OR b', ['or', 'a', 'b'], [['OR', 'OR needs a word before it.']]],
    ['a title:', 'a', [['title:', 'title: needs a value right after it.']]],
    ['a title: b', ['and', 'a', 'b'], [['title:', 'title: needs a value right after it.']]],
    ['a after:soon', 'a', [['after:soon', 'after: takes a date as 2025, 2025-11 or 2025-11-04.']]],
    [
      'before:2025-02-30',
      null,
      [['before:2025-02-30', '2025-02 has no day 30, so the date was left out. It has 28 days.']],
    ],
    ['su*it', 'su*it', [['*', 'A * works at the end of a word only.']]],
  ])('marks what it could not read in %j and searches the rest', (query, expected, errors) => {
    expect(read(query)).toEqual(expected);
    expect(errorsOf(query)).toEqual(errors);
  });
});

describe('chips', () => {
  it('say what was understood and where it stands', () => {
    const query = 'trade (a OR b) -title:"old talks"';
    expect(
      chips(parseQuery(query)).map((chip) => [
        chip.kind,
        chip.text,
        chip.negated,
        query.slice(chip.start, chip.end),
      ]),
    ).toEqual([
      ['word', 'trade', false, 'trade'],
      ['operator', '(', false, '('],
      ['word', 'a', false, 'a'],
      ['operator', 'OR', false, 'OR'],
      ['word', 'b', false, 'b'],
      ['operator', ')', false, ')'],
      ['field', 'old talks', true, 'title:"old talks"'],
    ]);
  });
});

const part = fc.oneof(
  fc.constantFrom(
    '(',
    ')',
    ' OR ',
    ' -',
    '"',
    '“',
    '”',
    '*',
    '~',
    ' title:',
    ' after:2025',
    ' in:notes',
    ':',
    '-',
    ' ',
    ' NOT ',
    ' AND ',
    '-(',
    '「',
    '」',
    'NEAR(',
    '^',
    '{',
    '}',
  ),
  fc.constantFrom('summit', 'Lund', "don't", '首脳', 'a'),
  trickyText,
);
const anyQuery = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));

describe('any text', () => {
  it('is read without an exception, with chips and errors inside it', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const parsed = parseQuery(query);
        for (const { start, end } of [...chips(parsed), ...parsed.errors]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(query.length);
        }
      }),
    );
  });

  it('prints to text that reads the same', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { tree } = parseQuery(query);
        const again = parseQuery(printQuery(tree));
        expect(shape(again.tree)).toEqual(shape(tree));
        expect(again.errors.filter(({ message }) => !message.startsWith('A *'))).toEqual([]);
      }),
    );
  });

  it('is bounded in depth and number of terms', () => {
    const deep = parseQuery('('.repeat(1000) + 'a OR (b c)' + ')'.repeat(1000));
    expect(deep.errors.map(({ message }) => message)).toEqual([
      'Parentheses are nested too deeply.',
    ]);
    expect(shape(deep.tree)).not.toBeNull();
    const nestedIn = (depth: number) => parseQuery('('.repeat(depth) + 'a' + ')'.repeat(depth));
    expect(nestedIn(limits.depth).errors).toEqual([]);
    expect(nestedIn(limits.depth + 1).errors).toHaveLength(1);
    const nested = parseQuery('(a OR -('.repeat(1200) + 'b');
    expect(nested.errors.length).toBeGreaterThan(0);
    const long = parseQuery('a '.repeat(5000));
    expect(long.tree?.kind === 'and' && long.tree.of.length).toBe(limits.terms);
    for (const sign of ['"', '*', ':', '~', '-', 'title:', '*a', '(-', '\0']) {
      expect(() => parseQuery(sign.repeat(100_000))).not.toThrow();
    }
  });
});
