import { describe, expect, it } from 'vitest';
import { appendQuotation } from './append-quotation.ts';
import { markdownFromContent } from './markdown/print.ts';
import { contentFromMarkdown } from './markdown/read.ts';

const append = (markdown: string, passage = 'we sail') =>
  markdownFromContent(appendQuotation(contentFromMarkdown(markdown), 'a', passage));

describe('adding a quotation without a cursor', () => {
  it('puts it at the end of the section for quotations', () => {
    expect(append('## Positions\n\nOne.\n\n## Gaps\n\nTwo.')).toBe(
      '## Positions\n\nOne.\n\n“we sail”[@a]\n\n## Gaps\n\nTwo.\n',
    );
  });

  it('puts it at the end where there is no such section', () => {
    expect(append('One.')).toBe('One.\n\n“we sail”[@a]\n');
    expect(append('')).toBe('“we sail”[@a]\n');
  });

  it('brings quotation marks only where the passage has none', () => {
    expect(append('', '“We\nsail.”')).toBe('“We sail.”[@a]\n');
    expect(append('', '船は出た')).toBe('「船は出た」[@a]\n');
  });
});
