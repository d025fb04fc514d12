import { expect, test } from 'vitest';
import { paragraph, text, type ContentNode } from '../../../../shared/briefing/content.ts';
import { withoutMarkers } from './without-markers.ts';

const judgement: ContentNode = { type: 'judgement', version: 1 };
const words = (nodes: readonly ContentNode[]): string =>
  nodes
    .map((node) => (typeof node['text'] === 'string' ? node['text'] : words(node.children ?? [])))
    .join('');

test('a marker goes with the space before it, between sentences and at the end', () => {
  const nodes = [paragraph(text('One. '), judgement, text(' Two. '), judgement)];
  expect(words(withoutMarkers(nodes))).toBe('One. Two.');
});

test('words that the marker stood between keep their space', () => {
  expect(words(withoutMarkers([text('One '), judgement, text('two.')]))).toBe('One two.');
});
