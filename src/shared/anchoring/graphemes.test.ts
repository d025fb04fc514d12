import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { widenToGraphemes } from './graphemes.ts';

it.each([
  ['pairs', '😀', 1],
  ['accents of their own', 'e\u0301', 1],
  ['joined emoji', '👩‍🚀', 3],
  ['flags after flags', '🇺🇳🇯🇵🇰🇷', 6],
  ['conjuncts', 'क्षि', 2],
  ['syllables of jamo', '\u1112\u1161\u11ab', 2],
  ['points of Hebrew', 'שָׁ', 1],
])('keeps %s whole', (_name, character, inside) => {
  const text = `a ${character} b`;
  const { start, end } = widenToGraphemes(text, { start: 2 + inside, end: 2 + inside });
  const around = text.slice(start, end);
  expect(character).toContain(around);
  expect([...new Intl.Segmenter().segment(around)]).toHaveLength(1);
});

it('widens to characters, never further, and never twice', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const [start = 0, end = 0] = [a % text.length, b % text.length].sort((x, y) => x - y);
        const widened = widenToGraphemes(text, { start, end });
        const edges = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index));
        edges.add(text.length);
        expect(edges).toContain(widened.start);
        expect(edges).toContain(widened.end);
        expect(widened.start).toBe(Math.max(...[...edges].filter((edge) => edge <= start)));
        expect(widened.end).toBe(Math.min(...[...edges].filter((edge) => edge >= end)));
        expect(widenToGraphemes(text, widened)).toEqual(widened);
      },
    ),
  );
});
