import { expect, test } from 'vitest';
import { coverage } from '../../../shared/briefing/coverage.ts';
import { readDocument } from '../../../shared/briefing/document-text.ts';
import { contentFromMarkdown } from '../../../shared/briefing/markdown/read.ts';
import { findingsOf, standsBeside } from './findings.ts';

test('every sentence without a source is found; beside the page one stands for its paragraph', () => {
  const read = readDocument(
    contentFromMarkdown('The gate is shut. The gate is shut. Nobody saw it.\n\nIt opened later.'),
  );
  const { sentences } = coverage(read, () => true);
  const found = findingsOf(read, sentences, undefined, new Map());
  expect(found.map(({ start, end }) => read.text.slice(start, end))).toEqual([
    'The gate is shut.',
    'The gate is shut.',
    'Nobody saw it.',
    'It opened later.',
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(4);
  expect(found.filter(standsBeside).map(({ start }) => start)).toEqual([0, found.at(-1)?.start]);
});
