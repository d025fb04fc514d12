import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { heading, paragraph, text, type ContentNode } from '../../../../shared/briefing/content.ts';
import { contentFromMarkdown } from '../../../../shared/briefing/markdown/read.ts';
import { sharedDesk } from './test-briefing.ts';
import { withoutEmptySections } from './without-empty-sections.ts';

const left = (markdown: string): string[] =>
  withoutEmptySections(contentFromMarkdown(markdown).root.children).flatMap((node) =>
    node.type === 'heading'
      ? JSON.stringify(node)
          .match(/(?<="text":")[^"]*/gu)
          ?.join('')
      : [],
  ) as string[];

describe('sections nobody has written in', () => {
  it.each<[string, string[]]>([
    ['## A\n\nWords.\n\n## B\n\n## C\n\nWords.', ['A', 'C']],
    ['## A\n\nWords.\n\n## B', ['A']],
    // A section with something in one beneath it is not empty; one beside it is.
    ['## A\n\n### A1\n\nWords.\n\n### A2\n\n## B\n\n### B1', ['A', 'A1']],
    ['# A\n\n## B\n\n# C\n\nWords.', ['C']],
    ['## A\n\n- item\n\n## B\n\n| x |\n|-|\n| y |\n\n## C', ['A', 'B']],
    ['Words.\n\n## A', []],
    // Nothing but headings: they are what there is.
    ['## A\n\n## B', ['A', 'B']],
  ])('%j keeps %j', (markdown, headings) => {
    expect(left(markdown)).toEqual(headings);
  });

  it('go with the empty lines in them; blank words and line breaks are nothing, a citation is something', () => {
    const citation: ContentNode = { type: 'citation', version: 1, annotationId: 'a' };
    const blank = paragraph(text(' \u00A0'), { type: 'linebreak', version: 1 });
    const blocks = [heading(2, text('A')), paragraph(citation), heading(2, text('B')), blank];
    expect(withoutEmptySections(blocks)).toEqual(blocks.slice(0, 2));
  });
});

describe('a briefing made from the template', () => {
  const shared = sharedDesk();

  it('is handed over with the sections that say something, in every format', async () => {
    const { documents } = shared.desk;
    const bytes = async (format: 'docx' | 'html' | 'md') =>
      (await shared.desk.bytes({ id, format })).data;
    const { id } = await documents['briefings.create']({
      title: 'Week',
      markdown: '## Bottom line\n\nIt opens.\n\n## What happened\n\n## Gaps',
    });
    const docx = unzipSync(await bytes('docx'))['word/document.xml'];
    const written = [
      new TextDecoder().decode(docx),
      (await bytes('html')).toString(),
      (await bytes('md')).toString(),
    ];
    for (const file of written) {
      expect(file).toContain('Bottom line');
      expect(file).not.toContain('What happened');
    }
    // Here, in the notebook, they stay to be written in.
    const kept = await documents['briefings.get']({ id });
    expect(kept.text).toContain('What happened');
  });
});
