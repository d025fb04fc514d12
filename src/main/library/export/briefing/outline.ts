import { headingLevel, type ContentNode } from '../../../../shared/briefing/content.ts';

/**
 * The blocks with their headings as an outline beneath the document's title, which is its only
 * first level: the highest are `h2`, and none is more than one level beneath the one before it.
 */
export function beneathTitle(blocks: readonly ContentNode[]): ContentNode[] {
  const levels = blocks.filter(({ type }) => type === 'heading').map(headingLevel);
  const highest = Math.min(...levels);
  let before = 1;
  return blocks.map((node) => {
    if (node.type !== 'heading') return node;
    before = Math.min(headingLevel(node) - highest + 2, before + 1, 6);
    return Object.assign({}, node, { tag: `h${before}` });
  });
}
