import type { ContentNode } from '../../../../shared/briefing/content.ts';

const textOf = (node: ContentNode | undefined): string =>
  typeof node?.['text'] === 'string' ? node['text'] : '';

/**
 * The nodes without the markers of judgements and gaps, which are for the writer's screen, and without the
 * space that stood between a marker and the sentence before it.
 */
export function withoutMarkers(nodes: readonly ContentNode[]): ContentNode[] {
  const kept: ContentNode[] = [];
  nodes.forEach((node, index) => {
    if (node.type !== 'judgement' && node.type !== 'gap') {
      kept.push(
        node.children === undefined ? node : { ...node, children: withoutMarkers(node.children) },
      );
      return;
    }
    const before = kept.at(-1);
    const after = nodes[index + 1];
    const isDoubled = after === undefined || /^\s/.test(textOf(after));
    if (before !== undefined && isDoubled && /\s$/.test(textOf(before))) {
      kept[kept.length - 1] = { ...before, text: textOf(before).trimEnd() };
    }
  });
  return kept;
}
