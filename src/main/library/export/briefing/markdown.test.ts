import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, sharedDesk } from './test-briefing.ts';

const pandoc = isInstalled('pandoc');
if (!pandoc) console.warn('pandoc is not installed: exports are NOT read back by it.');

const shared = sharedDesk();

describe('a briefing as Markdown', () => {
  it('has a footnote for every citation and keeps markup as characters', async () => {
    const { desk, id } = shared;
    const { data } = await desk.bytes({ id, format: 'md' });
    const markdown = data.toString();
    expect(markdown.match(/^\[\^\d+\]: /gm)).toHaveLength(4);
    expect(markdown).toContain(
      'The port **opens** on Monday.[^1] The boat left.[^2][^3] We think so.',
    );
    expect(markdown).toContain('> **Sentences:** 2 of ');
  });

  it.runIf(pandoc)(
    'is read by pandoc with all footnotes and no raw HTML (needs pandoc)',
    async () => {
      const { desk, id } = shared;
      const file = join(desk.notebook.dir, 'a.md');
      await desk.exports['export.briefing']({ id, format: 'md', path: file });
      const tree = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json', file]).toString();
      expect(tree.match(/"t":"Note"/g)).toHaveLength(4);
      expect(tree).not.toMatch(/"Raw(?:Inline|Block)"/);
      // CommonMark with footnotes and pipe tables, which is what Obsidian reads.
      const common = execFileSync('pandoc', ['-f', 'commonmark_x', '-t', 'json', file]).toString();
      expect(common.match(/"t":"Note"/g)).toHaveLength(4);
      expect(common).toContain('"t":"Table"');
    },
  );
});
