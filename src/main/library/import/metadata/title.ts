import type { Proposal } from '../../../../shared/model/import.ts';
import { coverOf } from '../../../../shared/text/cover.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import type { RawArticle } from '../formats/format.ts';
import { bylineNames } from '../../../../shared/text/credits/byline.ts';
import { beginningOf, firstWords } from '../../../../shared/text/shorten.ts';

const longestProposal = 90;
const longestHeadline = 200;
const longestTitle = 2000;
const sentenceEnd = /[.。]["'”’»)\]」』]*$/;

const isHeadline = (line: string): boolean =>
  line.length <= longestHeadline && !sentenceEnd.test(line) && bylineNames(line).length === 0;

/** How far from the top the title stands below a section's name, an outlet's, a kicker. */
const headBlocks = 6;
const longestKicker = 80;

/** The one heading of the first level, with nothing but short lines above it. */
function mainHeading(visible: readonly Block[], text: string): Block | undefined {
  const main = visible.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const [only] = main;
  if (only === undefined || main.length > 1) return undefined;
  const above = visible.slice(0, visible.indexOf(only));
  const isTop = above.length < headBlocks && above.every((b) => b.end - b.start <= longestKicker);
  return isTop && isHeadline(text.slice(only.start, only.end)) ? only : undefined;
}

/**
 * The title: a heading among the first visible blocks, or a first line that stands like one; where
 * the text has neither, its first words, which are only a proposal.
 */
export function proposeTitle({ text, blocks, hidden }: RawArticle): Proposal[] {
  const out = coverOf(hidden.filter(({ by }) => by !== 'offered'));
  const visible = blocks.filter((block) => block.kind !== 'rule' && !out.holds(block));
  const first = visible[0] ?? blocks[0];
  if (first === undefined) return [];
  const isByline = ({ start, end }: Block) => bylineNames(text.slice(start, end)).length > 0;
  const opens = visible.length > 1 && isHeadline(text.slice(first.start, first.end));
  const heading =
    mainHeading(visible, text) ??
    (opens ? first : undefined) ??
    visible.slice(0, 3).find((one) => one.kind === 'heading' && !isByline(one));
  const block = heading ?? visible.find((one) => !isByline(one)) ?? first;
  // All of a text may be one line: no more of it is looked through than any title has.
  const end = Math.min(block.end, block.start + longestTitle * 2);
  const words = text.slice(block.start, end).replaceAll(/\s+/g, ' ');
  return [
    {
      field: 'title',
      value:
        heading === undefined
          ? firstWords(words, longestProposal)
          : beginningOf(words, longestTitle),
      certain: heading !== undefined,
      evidence: {
        rule: heading === undefined ? 'first-words' : 'heading',
        text: beginningOf(words, 300),
        start: block.start,
        end: block.end,
      },
    },
  ];
}
