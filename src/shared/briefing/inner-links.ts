import type { LexicalContent } from '../model/document.ts';
import { blocksOf, stringOf, text, type ContentNode } from './content.ts';

const linkedKinds = ['article', 'actor', 'note', 'briefing'] as const;
export type LinkedKind = (typeof linkedKinds)[number];

/** Something in the notebook that a document links to. */
export interface InnerLink {
  readonly kind: LinkedKind;
  readonly id: string;
}

const pattern = /^#\/(article|actor|note|briefing)s\/([^/?#]+)/u;

/** What a link's address leads to inside the notebook: `#/articles/ID`. Null for any other address. */
export function innerLink(url: string): InnerLink | null {
  const [, kind, id] = pattern.exec(url) ?? [];
  if (kind === undefined || id === undefined) return null;
  try {
    return { kind: kind as LinkedKind, id: decodeURIComponent(id) };
  } catch {
    return null;
  }
}

export const innerUrl = ({ kind, id }: InnerLink): string => `#/${kind}s/${encodeURIComponent(id)}`;

const isLink = ({ type }: ContentNode): boolean => type === 'link' || type === 'autolink';

/** What a document links to inside the notebook, each once. */
export function innerLinks(content: LexicalContent): InnerLink[] {
  const found = new Map<string, InnerLink>();
  const visit = (nodes: readonly ContentNode[]) => {
    for (const node of nodes) {
      const link = isLink(node) ? innerLink(stringOf(node, 'url')) : null;
      if (link !== null) found.set(innerUrl(link), link);
      if (node.children !== undefined) visit(node.children);
    }
  };
  visit(blocksOf(content));
  return [...found.values()];
}

/** The nodes with links into the notebook as plain words: outside of it they lead nowhere. */
export function withoutInnerLinks(nodes: readonly ContentNode[]): ContentNode[] {
  return nodes.flatMap((node): ContentNode[] => {
    if (node.children === undefined) return [node];
    const children = withoutInnerLinks(node.children);
    if (isLink(node) && innerLink(stringOf(node, 'url')) !== null) {
      return children.length === 0 ? [text('')] : children;
    }
    return [{ ...node, children }];
  });
}
