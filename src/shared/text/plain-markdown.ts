import type { Nodes } from 'mdast';
import { parseMarkdown } from './parse-markdown.ts';

/** Whether there may be anything that reads otherwise than it is written. */
const hasSigns = /[\\`*_#>[\]<&~=]|^[ \t]*(?:[-+]|\d{1,9}[.)]|---)/mu;

const joined = (nodes: readonly Nodes[], separator: string): string =>
  nodes
    .map(wordsOf)
    .filter((words) => words !== '')
    .join(separator);

/** Blocks that hold blocks, each of which begins on a line of its own. */
const holdsBlocks: ReadonlySet<Nodes['type']> = new Set(['root', 'blockquote', 'list', 'listItem']);

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.type === 'yaml' ? '' : node.value;
  if (node.type === 'break') return '\n';
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  const words = joined(node.children, holdsBlocks.has(node.type) ? '\n' : '');
  if (node.type !== 'link' || words === node.url || `mailto:${words}` === node.url) return words;
  return `${words} (${node.url})`;
}

/** The words of Markdown without its signs, each block on a line; the address of a link after its words. */
export const plainMarkdown = (source: string): string =>
  hasSigns.test(source) ? wordsOf(parseMarkdown(source)) : source;
