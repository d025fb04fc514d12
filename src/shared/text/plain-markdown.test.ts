import { expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

test.each([
  ['first promise', 'first promise'],
  ['two\nlines\n\nand a third', 'two\nlines\n\nand a third'],
  ['**Not** what he _said_ in `May`', 'Not what he said in May'],
  ['# Check\n\n- the date\n- the *place*\n\n> quoted', 'Check\nthe date\nthe place\nquoted'],
  ['1. ask\n2. answer', 'ask\nanswer'],
  ['see [the report](https://example.org/r) again', 'see the report (https://example.org/r) again'],
  ['<https://example.org/r>', 'https://example.org/r'],
  ['2 * 3 < 7 & a_b', '2 * 3 < 7 & a_b'],
  ['\\*not emphasis\\*', '*not emphasis*'],
  ['```\ncode *as it is*\n```', 'code *as it is*'],
  ['<b>html</b> is words', '<b>html</b> is words'],
  ['', ''],
])('%j reads %j', (source, words) => {
  expect(plainMarkdown(source)).toBe(words);
});
