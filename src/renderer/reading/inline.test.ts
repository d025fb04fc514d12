import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, HiddenRange, Mark } from '../../shared/model/ranges.ts';
import { byBlock, cellsOf, hidingOf, runsOf } from './inline.ts';

const range = (max: number) =>
  fc
    .tuple(fc.nat(max), fc.nat(max))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

describe('runs of a block', () => {
  test('are cut at marks and hidden ranges', () => {
    const block: Block = { start: 2, end: 12, kind: 'paragraph' };
    const marks: Mark[] = [{ start: 4, end: 8, kind: 'strong' }];
    const hidden: HiddenRange[] = [{ start: 6, end: 20, reason: 'footer' }];
    const runs = runsOf('..abcdefghij..', block, marks, hidden);
    expect(runs.map(({ text, marks, hidden }) => [text, marks.length, hidden?.reason])).toEqual([
      ['ab', 0, undefined],
      ['cd', 1, undefined],
      ['ef', 1, 'footer'],
      ['ghij', 0, 'footer'],
    ]);
  });

  test('joined are the block, whatever the ranges', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 30, maxLength: 40 }),
        range(25),
        fc.array(range(38), { maxLength: 6 }),
        fc.array(range(38), { maxLength: 4 }),
        (text, at, marks, hidden) => {
          const block: Block = { ...at, kind: 'paragraph' };
          const runs = runsOf(
            text,
            block,
            marks.map((mark) => ({ ...mark, kind: 'emphasis' })),
            hidden.map((gone) => ({ ...gone, reason: 'caption' })),
          );
          expect(runs.map((run) => run.text).join('')).toBe(text.slice(block.start, block.end));
          for (const run of runs) {
            expect(run.hidden !== null).toBe(
              hidden.some(({ start, end }) => start <= run.start && run.start < end),
            );
          }
        },
      ),
    );
  });
});

test('a block is hidden only where a range covers all of it', () => {
  const block: Block = { start: 5, end: 10, kind: 'caption' };
  expect(hidingOf(block, [{ start: 5, end: 9, reason: 'caption' }])).toBeNull();
  expect(hidingOf(block, [{ start: 0, end: 10, reason: 'caption' }])).not.toBeNull();
});

test('ranges are dealt to every block they touch and to no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 10 }),
      fc.array(range(60), { maxLength: 8 }),
      (lengths, ranges) => {
        let at = 0;
        const blocks = lengths.map((length): Block => {
          const start = at;
          at += length + 1;
          return { start, end: start + length, kind: 'paragraph' };
        });
        const sorted = ranges.toSorted((a, b) => a.start - b.start);
        const dealt = byBlock(blocks, sorted);
        for (const [i, block] of blocks.entries()) {
          expect(dealt[i]).toEqual(
            sorted.filter(({ start, end }) => start < block.end && end > block.start),
          );
        }
      },
    ),
  );
});

test('the cells of a row with their tabs are the row, whatever is marked and hidden in it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[ab\t]{0,20}$/),
      fc.array(range(20), { maxLength: 4 }),
      fc.array(range(20), { maxLength: 2 }),
      (text, marks, hidden) => {
        const block: Block = { start: 0, end: text.length, kind: 'table-row' };
        const cells = cellsOf(
          runsOf(
            text,
            block,
            marks.map((mark) => ({ ...mark, kind: 'strong' })),
            hidden.map((gone) => ({ ...gone, reason: 'footer' })),
          ),
        );
        const words = cells.map(
          ({ runs, tab }) => runs.map((run) => run.text).join('') + (tab ? '\t' : ''),
        );
        expect(words.join('')).toBe(text);
        expect(words).toHaveLength(text.split('\t').length);
        for (const { start, runs } of cells) {
          if (runs[0] !== undefined) expect(runs[0].start).toBe(start);
          for (const run of runs) expect(text.startsWith(run.text, run.start)).toBe(true);
        }
      },
    ),
  );
});
