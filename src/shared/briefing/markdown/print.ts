import type {
  BlockContent,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { LexicalContent } from '../../model/document.ts';
import {
  blocksOf,
  formats,
  headingLevel,
  numberOf,
  stringOf,
  text,
  type ContentNode,
} from '../content.ts';
import { citationLiteral, citationToMarkdown } from './citation-syntax.ts';
import { stanceOf, type Stance } from '../../model/stance.ts';
import { gapId, judgementId } from './read.ts';

/** How the points of a document are written; by default `[@annotationId]`, `[@judgement]`, `[@gap]`. */
export interface MarkdownPoints {
  readonly citation: (annotationId: string, stance?: Stance) => PhrasingContent[];
  readonly judgement: () => PhrasingContent[];
  readonly gap: () => PhrasingContent[];
}

const asWritten: MarkdownPoints = {
  citation: (id, stance) => [citationLiteral(id, stance)],
  judgement: () => [citationLiteral(judgementId)],
  gap: () => [citationLiteral(gapId)],
};

/** The document as CommonMark with tables. Underlining and strike-through are not written. */
export function markdownFromContent(document: LexicalContent, points = asWritten): string {
  const children = groupQuotes(blocksOf(document)).flatMap((node) => block(node, points));
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      rule: '-',
      emphasis: '*',
      listItemIndent: 'one',
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), citationToMarkdown],
    },
  );
}

/** Neighbouring quotes are one block quotation in Markdown. */
function groupQuotes(blocks: readonly ContentNode[]): (ContentNode | ContentNode[])[] {
  const grouped: (ContentNode | ContentNode[])[] = [];
  for (const node of blocks) {
    const last = grouped.at(-1);
    if (node.type !== 'quote') grouped.push(node);
    else if (Array.isArray(last)) last.push(node);
    else grouped.push([node]);
  }
  return grouped;
}

function block(node: ContentNode | ContentNode[], points: MarkdownPoints): RootContent[] {
  if (Array.isArray(node)) {
    const children = node.map((quote): BlockContent => ({
      type: 'paragraph',
      children: line(quote.children ?? [], points),
    }));
    return [{ type: 'blockquote', children }];
  }
  const children = node.children ?? [];
  switch (node.type) {
    case 'heading': {
      return [{ type: 'heading', depth: headingLevel(node), children: line(children, points) }];
    }
    case 'list':
      return [list(node, points)];
    case 'code': {
      const language = node['language'];
      const lang = typeof language === 'string' ? language : null;
      return [{ type: 'code', lang, value: plain(children) }];
    }
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return [table(node, points)];
    default: {
      const words = line(children, points);
      return words.length === 0 ? [] : [{ type: 'paragraph', children: words }];
    }
  }
}

function list(node: ContentNode, points: MarkdownPoints): List {
  const items: ListItem[] = [];
  for (const child of node.children ?? []) {
    const nested = (child.children ?? []).filter(({ type }) => type === 'list');
    const words = (child.children ?? []).filter(({ type }) => type !== 'list');
    const last = items.at(-1);
    const lists = nested.map((inner) => list(inner, points));
    if (words.length === 0 && nested.length > 0 && last !== undefined) {
      last.children.push(...lists);
    } else {
      const paragraph: BlockContent = { type: 'paragraph', children: line(words, points) };
      items.push({ type: 'listItem', spread: false, children: [paragraph, ...lists] });
    }
  }
  const ordered = node['listType'] === 'number';
  const start = ordered ? numberOf(node, 'start', 1) : null;
  return { type: 'list', ordered, start, spread: false, children: items };
}

function table(node: ContentNode, points: MarkdownPoints): Table {
  const children = (node.children ?? []).map((row): TableRow => ({
    type: 'tableRow',
    children: (row.children ?? []).map((cell) => ({
      type: 'tableCell',
      children: line(
        (cell.children ?? []).flatMap((line, index) =>
          (index === 0 ? [] : [text(' ')]).concat(line.children ?? []),
        ),
        points,
      ),
    })),
  }));
  return { type: 'table', children };
}

/** A line of its own: white space at its ends means nothing. */
function line(children: readonly ContentNode[], points: MarkdownPoints): PhrasingContent[] {
  const nodes = inline(children, points);
  cut(nodes[0], /^\s+/u);
  cut(nodes.at(-1), /\s+$/u);
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

/** A piece of a line that is written as it is, under the formats around it. */
interface Piece {
  readonly node: PhrasingContent;
  readonly format: number;
}

const inline = (children: readonly ContentNode[], points: MarkdownPoints): PhrasingContent[] =>
  nest(
    children.flatMap((child) => pieces(child, points)),
    emphases,
  );

function pieces(node: ContentNode, points: MarkdownPoints): Piece[] {
  const bare = (nodes: PhrasingContent[]): Piece[] => nodes.map((node) => ({ node, format: 0 }));
  if (node.type === 'citation') {
    return bare(points.citation(stringOf(node, 'annotationId'), stanceOf(node['stance'])));
  }
  if (node.type === 'judgement') return bare(points.judgement());
  if (node.type === 'gap') return bare(points.gap());
  if (node.type === 'linebreak') return bare([{ type: 'break' }]);
  if (node.type === 'link' || node.type === 'autolink') {
    const children = inline(node.children ?? [], points);
    return bare([{ type: 'link', url: stringOf(node, 'url'), children }]);
  }
  if (typeof node['text'] !== 'string') {
    return (node.children ?? []).flatMap((child) => pieces(child, points));
  }
  const format = numberOf(node, 'format');
  const isCode = (format & formats.code) !== 0 && node['text'].trim() !== '';
  return [{ node: { type: isCode ? 'inlineCode' : 'text', value: node['text'] }, format }];
}

const emphases = [
  { bit: formats.bold, type: 'strong' },
  { bit: formats.italic, type: 'emphasis' },
] as const;

/** Wraps each longest run that shares a format, so that `**a****b**` is never written. */
function nest(line: readonly Piece[], [outer, ...inner]: readonly (typeof emphases)[number][]) {
  if (outer === undefined) return joinText(line.map(({ node }) => node));
  const nested: PhrasingContent[] = [];
  for (let from = 0; from < line.length;) {
    const inside = has(line[from], outer.bit);
    let to = from;
    while (to < line.length && has(line[to], outer.bit) === inside) to += 1;
    const children = nest(line.slice(from, to), inner);
    nested.push(...(inside ? wrap(outer.type, children) : children));
    from = to;
  }
  return joinText(nested);
}

const has = (piece: Piece | undefined, bit: number): boolean => ((piece?.format ?? 0) & bit) !== 0;

/** Emphasis cannot begin or end with white space in CommonMark: it is moved out. */
function wrap(type: 'strong' | 'emphasis', children: PhrasingContent[]): PhrasingContent[] {
  const before = cut(children[0], /^\s+/u);
  const after = cut(children.at(-1), /\s+$/u);
  const kept = children.filter((child) => child.type !== 'text' || child.value !== '');
  return kept.length === 0 ? [...before] : [...before, { type, children: kept }, ...after];
}

function cut(node: PhrasingContent | undefined, edge: RegExp): PhrasingContent[] {
  const space = node?.type === 'text' ? edge.exec(node.value)?.[0] : undefined;
  if (node?.type !== 'text' || space === undefined) return [];
  node.value = node.value.replace(edge, '');
  return [{ type: 'text', value: space }];
}

function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const same =
      (node.type === 'text' && last?.type === 'text') ||
      (node.type === 'inlineCode' && last?.type === 'inlineCode');
    if (same) joined.splice(-1, 1, { ...last, value: last.value + node.value });
    else joined.push(node);
  }
  return joined.flatMap(inPieces);
}

/** UTF-16 units. What must be escaped in one piece of text is compared with all else in it. */
const longestPiece = 1000;

/** A long text in pieces that are written one after the other, so that time grows with its length. */
function inPieces(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text' || node.value.length <= longestPiece) return [node];
  const pieces: PhrasingContent[] = [];
  for (let start = 0; start < node.value.length;) {
    const end = start + longestPiece;
    const split = (node.value.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
    pieces.push({ type: 'text', value: node.value.slice(start, split) });
    start = split;
  }
  return pieces;
}

const plain = (children: readonly ContentNode[]): string =>
  children
    .map((child) => {
      if (child.type === 'linebreak') return '\n';
      return typeof child['text'] === 'string' ? child['text'] : plain(child.children ?? []);
    })
    .join('');
