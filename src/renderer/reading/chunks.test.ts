import { expect, test } from 'vitest';
import type { Block } from '../../shared/model/ranges.ts';
import { chunksOf } from './chunks.ts';

const paragraphs = (count: number, length: number): [string, Block[]] => {
  const blocks = Array.from({ length: count }, (_, i): Block => {
    const start = i * (length + 2);
    return { start, end: start + length, kind: 'paragraph' };
  });
  return [`${'x'.repeat(length)}\n\n`.repeat(count).trimEnd(), blocks];
};

test('cuts a text at sixty blocks or twenty thousand characters, and leaves out none', () => {
  for (const [count, length, most] of [
    [500, 80, 60],
    [100, 5000, 4],
    [3, 20_000, 1],
  ] as const) {
    const [text, blocks] = paragraphs(count, length);
    const chunks = chunksOf(text, blocks);
    expect(chunks.flatMap((chunk) => chunk.blocks)).toEqual(blocks);
    expect(Math.max(...chunks.map((chunk) => chunk.blocks.length))).toBeLessThanOrEqual(most);
    for (const { start, end, blocks: own } of chunks) {
      expect([start, end]).toEqual([own[0]?.start, own.at(-1)?.end]);
    }
  }
});

test('keeps the height of any text below what a browser lays out', () => {
  const [text, blocks] = paragraphs(40_000, 6000);
  const lines = chunksOf(text, blocks).reduce((sum, chunk) => sum + chunk.lines, 0);
  expect(lines * 48).toBeLessThan(33_000_000);
  expect(chunksOf('', [])).toEqual([]);
});
