import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../shared/model/ranges.ts';
import { outside, titleBlockOf, unseenOf } from './unseen.ts';

const text = 'Fog\u3000at the  pier\n\nFog at the pier, again\n\nFollow us';
const blocks: Block[] = [
  { start: 0, end: 16, kind: 'heading', level: 1 },
  { start: 18, end: 40, kind: 'paragraph' },
  { start: 42, end: 51, kind: 'paragraph' },
];

test('the block that says the title is known whatever white space it has', () => {
  expect(titleBlockOf(text, blocks, 'Fog at the pier')).toBe(blocks[0]);
  expect(titleBlockOf(text, blocks, 'at the pier')).toBeUndefined();
});

test('what the clean view leaves out is what is hidden and the title said again', () => {
  const hidden = [{ start: 42, end: 51, reason: 'newsletter-prompt' as const }];
  const unseen = unseenOf({ text, blocks, hidden, title: 'Fog at the pier' });
  expect(unseen.map(({ start, end }) => [start, end])).toEqual([
    [0, 16],
    [42, 51],
  ]);
  expect(outside(blocks, unseen)).toEqual([blocks[1]]);
});

test('a range is left out only where one cover holds all of it', () => {
  const ranges = fc
    .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 12 })
    .map((pairs) =>
      pairs
        .map(([start, length]) => ({ start, end: start + length }))
        .sort((a, b) => a.start - b.start),
    );
  fc.assert(
    fc.property(ranges, ranges, (all, covers) => {
      expect(outside(all, covers)).toEqual(
        all.filter(({ start, end }) => !covers.some((one) => one.start <= start && one.end >= end)),
      );
    }),
  );
});
