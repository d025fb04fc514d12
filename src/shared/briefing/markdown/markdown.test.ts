import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as nodes from '../content.ts';
import type { ContentNode } from '../content.ts';
import { readDocument } from '../document-text.ts';
import { markdownFromContent } from './print.ts';
import { contentFromMarkdown } from './read.ts';

const roundTrip = (markdown: string) => markdownFromContent(contentFromMarkdown(markdown));

describe('Markdown', () => {
  it.each([
    ['headings', '# One\n\n### Three\n'],
    ['emphasis', 'Plain **bold *both* bold** *italic* `code`.\n'],
    ['lists', '- One\n  - Inner\n  - Inner two\n- Two\n'],
    ['numbered lists', '3. Three\n4. Four\n'],
    ['quotations', '> First.\n>\n> Second.\n'],
    ['links', 'See [the **page**](https://example.org/a?b=1).\n'],
    ['tables', '| Who | When |\n| - | - |\n| Ada | **May** |\n'],
    ['code', '```js\nconst a = 1;\n\nconst b = 2;\n```\n'],
    ['rules', 'Above\n\n---\n\nBelow\n'],
    ['citations', 'Said.[@a-1] Thought.[@judgement] Both.[@b:2][@c_3]\n'],
    ['stances and gaps', 'Said.[@a, contradicts][@b] Who?[@gap]\n'],
    ['line breaks', 'One\\\ntwo\n'],
  ])('reads and prints %s', (_, markdown) => {
    expect(roundTrip(markdown)).toBe(markdown);
  });

  it.each(['h0', 'h7', 'h1e999', 'script', ''])('prints a heading whose tag is “%s”', (tag) => {
    const root = {
      type: 'root',
      children: [{ type: 'heading', tag, children: [nodes.text('One')] }],
    };
    expect(markdownFromContent({ root })).toBe('# One\n');
  });

  it('reads pandoc groups of citations', () => {
    const { anchors, text } = readDocument(contentFromMarkdown('Two sources [@a; @b].'));
    expect(text).toBe('Two sources.');
    expect(anchors.map(({ annotationId, offset }) => [annotationId, offset])).toEqual([
      ['a', 11],
      ['b', 11],
    ]);
  });

  it.each([
    ['So it is. [@a] Then [@b] [@c] more.', 'So it is. Then more.'],
    ['**So** [@a].', 'So.'],
    ['So we think. [@judgement] More?', 'So we think.  More?'],
  ])('leaves no space before a citation: %s', (markdown, text) => {
    expect(readDocument(contentFromMarkdown(markdown)).text).toBe(text);
  });

  it('passes over suffixes that are no stance', () => {
    expect(roundTrip('Said [@a, p. 3; @b,qualifies].')).toBe('Said[@a][@b, qualifies].\n');
  });

  it('takes a comma between two citations for a semicolon', () => {
    expect(roundTrip('Said [@a, @b,@c, contradicts].')).toBe('Said[@a][@b][@c, contradicts].\n');
    expect(roundTrip('Said [@a, p. 3 @b].')).toBe('Said \\[@a, p. 3 @b].\n');
  });

  it('tells a citation from the same characters escaped or in code', () => {
    const { anchors, text } = readDocument(contentFromMarkdown('\\[@a] and `[@b]` and [@ c]'));
    expect(anchors).toEqual([]);
    expect(text).toBe('[@a] and [@b] and [@ c]');
  });

  it('keeps HTML as characters', () => {
    expect(readDocument(contentFromMarkdown('<script>alert(1)</script>\n\na <b>c</b>')).text).toBe(
      '<script>alert(1)</script>\na <b>c</b>',
    );
  });

  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((value) => value.replaceAll(/[\s\p{C}]/gu, ' ').trim())
    .filter((value) => value !== '');
  const inline: fc.Arbitrary<ContentNode> = fc.oneof(
    words.map((value) => nodes.text(value)),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).map(nodes.citation),
    fc.constant(nodes.judgement()),
  );
  const block = fc
    .tuple(fc.constantFrom('p', 'h', 'q', 'l'), fc.array(inline, { minLength: 1, maxLength: 5 }))
    .map(([kind, children]) => {
      if (kind === 'h') return nodes.heading(2, ...children);
      if (kind === 'q') return nodes.quote(...children);
      return kind === 'l'
        ? nodes.list(false, 1, nodes.listItem(1, ...children))
        : nodes.paragraph(...children);
    });

  it('loses no word and no citation on the way through Markdown', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const before = readDocument(nodes.content(...blocks));
        const after = readDocument(
          contentFromMarkdown(markdownFromContent(nodes.content(...blocks))),
        );
        const squeeze = (value: string) => value.replaceAll(/\s+/gu, ' ').trim();
        expect(squeeze(after.text)).toBe(squeeze(before.text));
        expect(after.anchors.map(({ kind, annotationId }) => [kind, annotationId])).toEqual(
          before.anchors.map(({ kind, annotationId }) => [kind, annotationId]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('writes a long text of signs that must be escaped as it was', () => {
    const written = `a${'*_[😀'.repeat(1500)} end`;
    const content = contentFromMarkdown(`a${'\\*\\_\\[😀'.repeat(1500)} end`);
    expect(readDocument(content).text).toBe(written);
    const again = contentFromMarkdown(markdownFromContent(content));
    expect(readDocument(again).text).toBe(written);
  });

  it('settles: printing what was read from its own print changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (markdown) => {
        const once = roundTrip(markdown);
        expect(roundTrip(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
