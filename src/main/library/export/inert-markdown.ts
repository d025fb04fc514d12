import type { Nodes } from 'mdast';
import { parseMarkdown, shallowMarkdown } from '../../../shared/text/parse-markdown.ts';

/** Browsers read over white space and control characters in an address. */
const schemeOf = (url: string): string | undefined =>
  /^([a-z][a-z\d+.-]*):/u.exec(url.replaceAll(/[\p{Cc}\p{Z}]/gu, '').toLowerCase())?.[1];

const followed = new Set([undefined, 'http', 'https', 'mailto']);

interface Place {
  readonly start: number;
  readonly end: number;
}

const placeOf = ({ position }: Nodes): Place => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

/** Where in its source a node needs a backslash so as to be read as mere words. */
function marksOf(node: Nodes, source: string): number[] {
  const { start, end } = placeOf(node);
  const { type } = node;
  if (type === 'html') {
    return [...source.slice(start, end).matchAll(/</gu)].map(({ index }) => start + index);
  }
  if (type === 'image' || type === 'imageReference') return [start];
  const leadsAway = (type === 'link' || type === 'definition') && !followed.has(schemeOf(node.url));
  return leadsAway ? [start] : [];
}

/** Every node of `source`, however deep. */
function nodesOf(source: string): Nodes[] {
  const found: Nodes[] = [parseMarkdown(source)];
  for (const node of found)
    if ('children' in node) for (const child of node.children) found.push(child);
  return found;
}

/**
 * The end of a block of code that is not closed and would take in what follows. One in a quotation or a
 * list ends with that.
 */
function missingFence([root]: readonly Nodes[], source: string): string {
  const code = root?.type === 'root' ? root.children.at(-1) : undefined;
  if (code?.type !== 'code') return '';
  const lines = source.slice(placeOf(code).start).trimEnd().split('\n');
  const fence = /^(?:`{3,}|~{3,})/u.exec(lines[0] ?? '')?.[0];
  if (fence === undefined) return '';
  const last = lines.length > 1 ? (lines.at(-1)?.trim() ?? '') : '';
  const isClosed = last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
  return isClosed ? '' : `\n${fence}`;
}

function withBackslashes(source: string, marks: Iterable<number>): string {
  const places = [...new Set(marks)].sort((a, b) => a - b);
  const starts = [0, ...places];
  return starts.map((start, i) => source.slice(start, places[i])).join('\\');
}

/**
 * Markdown that somebody wrote, to stand among other Markdown: HTML is words, pictures are links,
 * what leads elsewhere than to the web or a mailbox is none, and no block of code goes on after it.
 * All else is as it was written.
 */
export function inertMarkdown(source: string): string {
  let words = shallowMarkdown(source);
  for (;;) {
    const nodes = nodesOf(words);
    const marks = nodes.flatMap((node) => marksOf(node, words));
    if (marks.length === 0) return words + missingFence(nodes, words);
    words = withBackslashes(words, marks);
  }
}
