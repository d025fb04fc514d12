import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/model/ranges.ts';
import { sentenceBefore, sentenceFrom } from './sentence-step.ts';

const text = 'One fish. Two fish.\n\nRed fish.';
const blocks: Block[] = [
  { start: 0, end: 19, kind: 'paragraph' },
  { start: 21, end: 30, kind: 'paragraph' },
];

describe('stepping by sentence', () => {
  test('goes through every sentence and stops at the end', () => {
    const seen: string[] = [];
    for (let at = 0; ;) {
      const found = sentenceFrom(text, blocks, at);
      if (found === null) break;
      seen.push(text.slice(found.start, found.end));
      at = found.end;
    }
    expect(seen).toEqual(['One fish.', 'Two fish.', 'Red fish.']);
  });

  test('goes back over a paragraph break', () => {
    const found = sentenceBefore(text, blocks, 21);
    expect(found && text.slice(found.start, found.end)).toBe('Two fish.');
    expect(sentenceBefore(text, blocks, 0)).toBeNull();
  });
});
