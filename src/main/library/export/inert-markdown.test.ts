import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { inertMarkdown } from './inert-markdown.ts';

const plain = [
  '*Compare* with `a < b`, **twice**: [the report](https://quay.example/1_2).',
  '1. one\n2. two\n\n> a quotation\n\n```js\nlet a = "<b>";\n```',
  'Ask <quay@example.net> or see <https://quay.example/>.',
  '',
];

describe('Markdown made inert', () => {
  test.each(plain)('what does nothing stays as it was written: %j', (source) => {
    expect(inertMarkdown(source)).toBe(source);
  });

  test.each([
    ['a <b onclick="x()">b</b>', 'a \\<b onclick="x()">b\\</b>'],
    ['<!-- all that follows', '\\<!-- all that follows'],
    ['![a](http://example.invalid/a.png)', '\\![a](http://example.invalid/a.png)'],
    ['[a](java&#9;script:alert(1))', '\\[a](java&#9;script:alert(1))'],
    ['[a]\n\n[a]: javascript:alert(1)', '[a]\n\n\\[a]: javascript:alert(1)'],
    [
      '<div>\n![a](http://example.invalid/)\n</div>',
      '\\<div>\n\\![a](http://example.invalid/)\n\\</div>',
    ],
    ['```\nnever closed', '```\nnever closed\n```'],
    ['~~~~', '~~~~\n~~~~'],
  ])('%j is %j', (source, inert) => {
    expect(inertMarkdown(source)).toBe(inert);
  });

  test('whatever is written, what comes after is read as it is', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '!',
      '[',
      ']',
      '(',
      ')',
      '`',
      '```',
      '\n',
      '\n\n',
      '*',
      '    ',
      '- ',
      '> ',
      'a',
      'b:',
      'javascript:',
      '<!--',
      '<pre>',
      '\\',
      '~~~',
      '&lt;',
      '#',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const inert = inertMarkdown(parts.join(''));
        const { children } = fromMarkdown(`${inert}\n\n# Next`);
        expect(children.at(-1)).toMatchObject({ type: 'heading', depth: 1 });
        expect(JSON.stringify(fromMarkdown(inert))).not.toMatch(/"type":"(?:html|image)/u);
        expect(inertMarkdown(inert)).toBe(inert);
      }),
    );
  });
});
