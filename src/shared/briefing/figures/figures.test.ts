import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictingFigures } from './conflicts.ts';
import { figuresIn } from './figures.ts';

const values = (text: string) => figuresIn(text).map(({ value, unit }) => [value, unit.join(' ')]);

describe('numbers that count something', () => {
  it.each([
    ['1,200 people', 1200, 'person'],
    ['1.2 thousand people', 1200, 'person'],
    ['some 3.5 million euros', 3_500_000, 'euro'],
    ['$3.5bn', 3.5e9, 'dollar'],
    ['€ 40m', 40e6, 'euro'],
    ['42 percent of them', 42, 'percent'],
    ['42% of them', 42, 'percent'],
    ['42 per cent', 42, 'percent'],
    ['forty-two ships', 42, 'ship'],
    ['two hundred and five ships', 205, 'ship'],
    ['three million people', 3e6, 'person'],
    ['five dozen boats', 60, 'boat'],
    ['one ship', 1, 'ship'],
    ['1200人が', 1200, 'person'],
    ['四十二人が', 42, 'person'],
    ['3億5千万円', 350_000_000, 'yen'],
    ['1万2千人', 12_000, 'person'],
    ['3만 명이'.replace(' ', ''), 30_000, 'person'],
  ])('%s', (text, value, unit) => {
    expect(values(text)).toEqual([[value, unit]]);
  });

  it.each([
    'twenty ten ships',
    'in 2031 ships sailed',
    'on May 3 ships sailed',
    'at 10:30 ships sailed',
    'the 3rd ship',
    'three years ago',
    'for 70 minutes',
    'flight 123-456',
    'version 1.2.3 of it',
    'a1200 ships',
  ])('are not found in “%s”', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });

  it('say how exactly they are meant', () => {
    const bound = (text: string) => figuresIn(text)[0]?.bound;
    expect(bound('about 40 ships')).toBe('about');
    expect(bound('more than 40 ships')).toBe('at-least');
    expect(bound('up to 40 ships')).toBe('at-most');
    expect(bound('40 ships')).toBe('exact');
  });

  it('stand where their offsets say, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(99_999), (around, n) => {
        const text = `${around} ${n} ships. ${around}`;
        for (const { start, end, text: words } of figuresIn(text)) {
          expect(text.slice(start, end).replaceAll(/\s+/gu, ' ')).toBe(words);
        }
      }),
    );
  });
});

const passage = (text: string, tags = ['crew']) => ({
  annotationId: text,
  articleId: text,
  text,
  tags,
});
const texts = (...given: string[]) =>
  conflictingFigures(given.map((text) => passage(text))).map(({ unit, values: found }) =>
    [unit, found.map(({ text }) => text)].flat(),
  );

describe('conflicting figures', () => {
  it.each([
    ['The ferry carried 120 people.', 'On the ferry were 95 people.'],
    ['The fleet lost twelve ships.', 'The fleet lost 9 ships.'],
    ['フェリーには120人が乗っていた。', '乗客は95人だった。'],
    ['The ferry carried 120 people.', '乗客は95人だった。'],
    ['The repair of the pier cost $4 million.', 'The pier cost $5.2 million to repair.'],
  ])('are pointed out: %s / %s', (one, other) => {
    expect(texts(one, other)).toHaveLength(1);
  });

  it.each([
    [
      'the same number',
      'The ferry carried 1,200 people.',
      'The ferry carried 1.2 thousand people.',
    ],
    ['another unit', 'The ferry carried 120 people.', 'The ferry carried 95 cars.'],
    ['another thing', 'The ferry carried 120 people.', 'The strike began with 95 people.'],
    ['a rounded number', 'The ferry carried 1,213 people.', 'The ferry took about 1,200 people.'],
    ['a lower bound', 'The ferry carried more than 100 people.', 'The ferry took 120 people.'],
    ['an upper bound', 'The ferry carried up to 200 people.', 'The ferry took 120 people.'],
    [
      'a number in common',
      'The ferry carried 120 people, 30 people slept.',
      'The ferry: 120 people.',
    ],
    ['years', 'The ferry sailed in 2030 with ease.', 'The ferry sailed in 2031 with ease.'],
  ])('are not seen in %s', (_what, one, other) => {
    expect(texts(one, other)).toEqual([]);
  });

  it('are looked for under one tag only', () => {
    const one = passage('The ferry carried 120 people.', ['crew']);
    const other = passage('The ferry carried 95 people.', ['cargo']);
    expect(conflictingFigures([one, other])).toEqual([]);
  });

  it('are shown together with both passages', () => {
    expect(texts('The ferry carried 120 people.', 'The ferry took 95 people.')).toEqual([
      ['person', '120 people', '95 people'],
    ]);
  });
});
