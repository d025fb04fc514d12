import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from './compare-documents.ts';
import { readDocument, type DocumentText } from './document-text.ts';
import { contentFromMarkdown } from './markdown/read.ts';

const read = (markdown: string): DocumentText => readDocument(contentFromMarkdown(markdown));
const compare = (before: string, after: string) => compareDocuments(read(before), read(after));
const told = (before: string, after: string) =>
  compare(before, after).map(
    ({ change, parts }) =>
      `${change}: ${parts
        .map(({ change, text }) =>
          change === 'added' ? `+${text}+` : change === 'removed' ? `-${text}-` : text,
        )
        .join('')}`,
  );

const spaced = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

describe('compareDocuments', () => {
  it('tells a changed block word by word', () => {
    expect(told('The ferry shall sail on Monday.', 'The ferry will sail on Monday.')).toEqual([
      'changed: The ferry -shall -+will +sail on Monday.',
    ]);
  });

  it('keeps the space before what was taken out at the end', () => {
    expect(told('He told the crews. The crews waited.', 'He told the crews.')).toEqual([
      'changed: He told the crews.- The crews waited.-',
    ]);
    expect(told('He told the crews.', 'He told the crews. The crews waited.')).toEqual([
      'changed: He told the crews. +The crews waited.+',
    ]);
  });

  it('leaves what is the same alone, and tells what came and went', () => {
    expect(
      told('# A\n\nOne is here.\n\nThe second goes.', '# A\n\nNew words stand.\n\nOne is here.'),
    ).toEqual([
      'same: A',
      'added: +New words stand.+',
      'same: One is here.',
      'removed: -The second goes.-',
    ]);
  });

  it('tells a citation that came, not one whose number alone is new', () => {
    expect(told('One.[@a]\n\nTwo.[@b]', 'One.[@c]\n\nTwo.[@b]')).toEqual([
      'changed: One.-[1]-+[1]+',
      'same: Two.[2]',
    ]);
    expect(told('One.\n\nTwo.[@b]', 'One.[@a]\n\nTwo.[@b]')).toEqual([
      'changed: One.+[1]+',
      'same: Two.[2]',
    ]);
  });

  it('a heading that became a paragraph is told', () => {
    expect(compare('## Bottom line', 'Bottom line').map(({ change }) => change)).toEqual([
      'changed',
    ]);
  });

  it('gives back both states', () => {
    const words = fc.constantFrom('port', 'envoy', 'the', 'boat,', 'said', '“no”', '港', 'left.');
    const markdown = fc
      .array(fc.array(words, { minLength: 1, maxLength: 8 }), { maxLength: 6 })
      .map((blocks) => blocks.map((block) => block.join(' ')).join('\n\n'));
    fc.assert(
      fc.property(markdown, markdown, (before, after) => {
        const blocks = compare(before, after);
        const side = (dropped: string) =>
          blocks
            .filter(({ change }) => change !== dropped)
            .map(({ parts }) =>
              parts
                .filter(({ change }) => change !== dropped)
                .map(({ text }) => text)
                .join(''),
            )
            .join('\n');
        expect(spaced(side('added'))).toBe(spaced(read(before).text));
        expect(spaced(side('removed'))).toBe(spaced(read(after).text));
      }),
    );
  });
});
