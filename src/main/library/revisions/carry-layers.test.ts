import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Mark } from '../../../shared/model/ranges.ts';
import { plainBlocks } from '../articles/text/plain-blocks.ts';
import { carryLayers } from './carry-layers.ts';

const lines = ['Ferry vote', 'The board voted on Tuesday.', 'A second boat', 'It meets again.'];

function layered(parts: readonly string[]) {
  const text = parts.join('\n\n');
  let at = 0;
  const blocks = parts.map((part, index): Block => {
    const start = at;
    at += part.length + 2;
    const level = { kind: 'heading', level: 3 } as const;
    return { start, end: start + part.length, ...(index % 2 === 0 ? level : { kind: 'quote' }) };
  });
  return { text, blocks };
}

const markOn = (text: string, words: string): Mark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind: 'link', href: 'https://paper.example/' };
};

const carry = (marks: Mark[], after: string, parts: readonly string[] = lines) =>
  carryLayers(
    { ...layered(parts), marks },
    after,
    plainBlocks(after, () => false),
  );

describe('layers of a corrected text', () => {
  it('stay on lines that stay, and new lines are plain', () => {
    const { text } = layered(lines);
    const mark = markOn(text, 'second boat');
    const after = text.replace('A second', 'A new line, with a full stop.\n\nA second');
    const { blocks, marks } = carry([mark], after);
    expect(blocks.map(({ kind, start, end }) => [kind, after.slice(start, end)])).toEqual([
      ['heading', lines[0]],
      ['quote', lines[1]],
      ['paragraph', 'A new line, with a full stop.'],
      ['heading', lines[2]],
      ['quote', lines[3]],
    ]);
    expect(marks.map(({ start, end }) => after.slice(start, end))).toEqual(['second boat']);
  });

  it('keep the kind of a corrected block, and its marks beside the correction', () => {
    const { text } = layered(lines);
    const given = ['The board', 'voted', 'Tuesday'].map((words) => markOn(text, words));
    const after = text.replace('voted', 'decided');
    const { blocks, marks } = carry(given, after);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'quote', 'heading', 'quote']);
    expect(marks.map(({ start, end }) => after.slice(start, end))).toEqual([
      'The board',
      'Tuesday',
    ]);
  });

  it('keep a page from its first to its last line', () => {
    const { text } = layered(lines);
    const page: Mark = { start: 0, end: text.length, kind: 'page', label: '7' };
    const after = `Before it all\n\n${text.replace('A second boat\n\n', '')}`;
    const { marks } = carry([page], after);
    expect(marks).toEqual([{ ...page, start: 15, end: after.length }]);
  });

  it('never leave the text, overlap, or stand on other words', () => {
    const line = fc.constantFrom('One', 'Two words', 'Three more words', 'Four.', 'One', 'x');
    const parts = fc.array(line, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, parts, fc.nat(30), fc.nat(8), (before, next, from, length) => {
        const { text } = layered(before);
        const after = next.join('\n\n');
        const end = Math.min(text.length, from + length + 1);
        const given: Mark[] = from < end ? [{ start: from, end, kind: 'emphasis' }] : [];
        const inOne = !text.slice(from, end).includes('\n');
        const { blocks, marks } = carry(given, after, before);
        let at = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(after.length);
        for (const { start, end } of marks) {
          if (inOne)
            expect(after.slice(start, end)).toBe(text.slice(given[0]?.start, given[0]?.end));
          expect(end).toBeLessThanOrEqual(after.length);
        }
      }),
    );
  });
});
