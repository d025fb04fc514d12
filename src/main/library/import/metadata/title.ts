import type { Proposal } from '../../../../shared/model/import.ts';
import type { RawArticle } from '../formats/format.ts';

const longestTitle = 90;

/** The first words, cut between words. */
function firstWords(line: string): string {
  if (line.length <= longestTitle) return line;
  const space = line.lastIndexOf(' ', longestTitle);
  return `${line.slice(0, space > 40 ? space : longestTitle).toWellFormed()}…`;
}

/**
 * The title: the first visible heading, or, where the text has none, its first words, which is
 * only a proposal.
 */
export function proposeTitle({ text, blocks, hidden }: RawArticle): Proposal[] {
  const visible = blocks.filter(
    (block) =>
      block.kind !== 'rule' &&
      !hidden.some((range) => range.start <= block.start && range.end >= block.end),
  );
  const opening = visible.slice(0, 4);
  const heading = opening.find((block) => block.kind === 'heading');
  const block = heading ?? visible[0] ?? blocks[0];
  if (block === undefined) return [];
  const words = text.slice(block.start, block.end).replaceAll(/\s+/g, ' ');
  return [
    {
      field: 'title',
      value: heading === undefined ? firstWords(words) : words.slice(0, 2000).toWellFormed(),
      certain: heading !== undefined,
      evidence: {
        rule: heading === undefined ? 'first-words' : 'heading',
        text: words.slice(0, 300).toWellFormed(),
        start: block.start,
        end: block.end,
      },
    },
  ];
}
