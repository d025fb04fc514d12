import { describe, expect, it } from 'vitest';
import { parseFile } from '../parse.ts';
import { readMarkdown } from './read-markdown.ts';

const kindsAndText = (source: string) => {
  const { text, blocks } = readMarkdown(source);
  return blocks.map((block) => [block.kind, text.slice(block.start, block.end)]);
};

describe('Markdown', () => {
  it('becomes blocks and marks', () => {
    expect(
      kindsAndText(
        '# Ferry\n\nThe *old* line\nresumes.\n\n> Never.\n\n1. One\n2. Two\n   - Inner\n\n```\n  code\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      ),
    ).toEqual([
      ['heading', 'Ferry'],
      ['paragraph', 'The old line resumes.'],
      ['quote', 'Never.'],
      ['list-item', 'One'],
      ['list-item', 'Two'],
      ['list-item', 'Inner'],
      ['preformatted', '  code'],
      ['table-row', 'a\tb'],
      ['table-row', '1\t2'],
    ]);
    const { text, marks } = readMarkdown(
      'See [the **minutes**](https://a.example/x) or [not](javascript:x).',
    );
    expect(text).toBe('See the minutes or not.');
    expect(marks).toEqual([
      { kind: 'link', href: 'https://a.example/x', start: 4, end: 15 },
      { kind: 'strong', start: 8, end: 15 },
    ]);
  });

  it('reads front matter as metadata and keeps it out of the text', () => {
    const { text, proposals } = readMarkdown(
      '---\ntitle: "Ferry: a vote"\nauthor: [Ada Lund, Per Berg]\ndate: 2026-03-11\noutlet: Harbour Courier\nsource: https://courier.example/ferry\ntags: [a]\n---\nWords.\n',
    );
    expect(text).toBe('Words.');
    expect(proposals.map(({ field, value, certain }) => [field, value, certain])).toEqual([
      ['title', 'Ferry: a vote', true],
      ['author', 'Ada Lund', true],
      ['author', 'Per Berg', true],
      ['issued', '2026-03-11', true],
      ['container-title', 'Harbour Courier', true],
      ['URL', 'https://courier.example/ferry', true],
    ]);
  });

  it('reads what notebooks of linked notes write as the words they show', () => {
    const source = [
      '> [!note]- Key point',
      '> The board voted.',
      '',
      'The board of [[Selby]] and [[Norrvik|the town]] said ==it stays==.[^1] ^block-1',
      '',
      '![[quay.png]]',
      '',
      '- [ ] ask the owners',
      '- [x] read the minutes',
      '',
      '[^1]: Minutes, page 12.',
      '',
      '[^2]: https://courier.example/x',
      '',
      '> [!quote]',
      '> 2 == 2 and [x] stay.',
    ].join('\n');
    const { text, blocks, marks } = readMarkdown(source);
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['quote', 'Key point'],
      ['quote', 'The board voted.'],
      ['paragraph', 'The board of Selby and the town said it stays.[1]'],
      ['paragraph', 'quay.png'],
      ['list-item', '☐ ask the owners'],
      ['list-item', '☑ read the minutes'],
      ['paragraph', '[1]: Minutes, page 12.'],
      ['paragraph', '[2]: https://courier.example/x'],
      ['quote', '2 == 2 and [x] stay.'],
    ]);
    expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['strong', 'Key point'],
      ['strong', 'it stays'],
    ]);
  });

  it('reads a long table as a short one, and what only looks like one as it is', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `| *row* ${at} | [v](https://a.example/${at}) |`);
    const table = (count: number) => ['| a | b |', '| - | - |', ...rows(count)];
    const long = kindsAndText(
      ['Before.', '', ...table(1234), 'lazy | end', '', 'After.'].join('\n'),
    );
    expect(long).toEqual([
      ['paragraph', 'Before.'],
      ['table-row', 'a\tb'],
      ...rows(1234).map((_, at) => ['table-row', `row ${at}\tv`]),
      ['table-row', 'lazy\tend'],
      ['paragraph', 'After.'],
    ]);
    const fenced = ['```', ...table(1234), '```'];
    expect(kindsAndText(fenced.join('\n'))).toEqual([
      ['preformatted', fenced.slice(1, -1).join('\n')],
    ]);
    const named = [...table(500), '| [c][1] | d |', ...rows(500), '', '[1]: https://b.example/'];
    expect(kindsAndText(named.join('\n'))).toContainEqual(['table-row', 'c\td']);
  });

  it('takes raw HTML as text and survives hostile front matter and 100,000 asterisks', async () => {
    expect(
      kindsAndText('Before\n\n<div onclick="x()">Inside<script>bad()</script></div>\n'),
    ).toEqual([
      ['paragraph', 'Before'],
      ['paragraph', 'Inside'],
    ]);
    const bomb = `---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n---\nText.`;
    expect(readMarkdown(bomb)).toMatchObject({ text: 'Text.', proposals: [] });
    const stars = await parseFile({
      name: 'stars.md',
      bytes: Buffer.from(`x ${'*'.repeat(100_000)}`),
    });
    expect(stars.articles[0]?.text.length).toBeGreaterThan(99_999);
  });
});
