import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colours } from '../../shared/model/annotation.ts';
import { layOut, type Passage } from './lanes.ts';

const passages = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.constantFrom(...colours))
    .map(([start, length, colour]): Passage => ({ start, end: start + length, colour })),
  { maxLength: 12 },
);

describe('passages in lanes', () => {
  test('a nested passage takes the lane below, the outer one fills', () => {
    const { fills, lines } = layOut([
      { start: 4, end: 8, colour: 'sky' },
      { start: 0, end: 10, colour: 'amber' },
    ]);
    expect(lines.map(({ colour, lane }) => [colour, lane])).toEqual([
      ['amber', 0],
      ['sky', 1],
    ]);
    expect(fills).toEqual([{ start: 0, end: 10, colour: 'amber' }]);
  });

  test('a passage that goes on past another fills only its own part', () => {
    const { fills } = layOut([
      { start: 0, end: 10, colour: 'amber' },
      { start: 5, end: 15, colour: 'sky' },
    ]);
    expect(fills).toEqual([
      { start: 0, end: 10, colour: 'amber' },
      { start: 10, end: 15, colour: 'sky' },
    ]);
  });

  test('of those that begin together the longest is nearest to the words', () => {
    const { lines } = layOut([
      { start: 0, end: 5, colour: 'sky' },
      { start: 0, end: 10, colour: 'amber' },
    ]);
    expect(lines.map(({ end, lane }) => [end, lane])).toEqual([
      [10, 0],
      [5, 1],
    ]);
  });

  test('a fourth overlap is dashed in the last lane', () => {
    const four = Array.from({ length: 4 }, (): Passage => ({ start: 0, end: 5, colour: 'fern' }));
    expect(layOut(four).lines.map(({ lane, dashed }) => [lane, dashed])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [2, true],
    ]);
  });

  test('every passage has one line of its own extent, and lines of one lane never overlap', () => {
    fc.assert(
      fc.property(passages, (given) => {
        const { lines } = layOut(given);
        const key = ({ start, end, colour }: Passage) => `${start} ${end} ${colour}`;
        expect(lines.map(key).sort()).toEqual(given.map(key).sort());
        const solid = lines.filter(({ dashed }) => !dashed);
        for (const a of solid) {
          for (const b of solid) {
            if (a !== b && a.lane === b.lane)
              expect(a.end <= b.start || b.end <= a.start).toBe(true);
          }
        }
      }),
    );
  });

  test('fills cover exactly what is marked, once, in a colour that is there', () => {
    fc.assert(
      fc.property(passages, (given) => {
        const { fills } = layOut(given);
        for (let at = 0; at < 90; at += 1) {
          const covering = given.filter(({ start, end }) => start <= at && at < end);
          const filled = fills.filter(({ start, end }) => start <= at && at < end);
          expect(filled).toHaveLength(covering.length === 0 ? 0 : 1);
          if (filled[0]) expect(covering.map(({ colour }) => colour)).toContain(filled[0].colour);
        }
      }),
    );
  });
});
