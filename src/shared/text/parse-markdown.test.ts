import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { parseMarkdown, shallowMarkdown } from './parse-markdown.ts';

function depthOf(root: Nodes): number {
  let depth = 0;
  let level: Nodes[] = [root];
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return depth;
}

const indented = (levels: number) =>
  Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- a`).join('\n');

test.each([
  ['quotations', '>'.repeat(100_000)],
  ['lists on one line', `${'- + '.repeat(20_000)}a`],
  ['numbered lists', `${'1. '.repeat(20_000)}a`],
  ['lists of more and more columns', indented(700)],
  ['emphasis', `${'**'.repeat(25_000)}a${'**'.repeat(25_000)}`],
  ['emphasis over many lines', `${'> *a **b\n'.repeat(5000)}${'> c** d*\n'.repeat(5000)}`],
])('%s nested in themselves are read, and not deep', (_what, source) => {
  expect(depthOf(parseMarkdown(source))).toBeLessThan(200);
});

test.each([
  indented(15),
  '> > > said\n> >\n> and',
  `${' '.repeat(60)}far out\n\n    ${' '.repeat(60)}code`,
  '*'.repeat(2000),
  Array.from({ length: 2000 }, (_, i) => `* **${i}** _is_ here`).join('\n'),
])('what people write is read as it is', (source) => {
  expect(shallowMarkdown(source)).toBe(source);
  expect(parseMarkdown(source)).toEqual(fromMarkdown(source));
});
