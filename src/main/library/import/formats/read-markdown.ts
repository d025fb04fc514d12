import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { parseMarkdown } from '../../../../shared/text/parse-markdown.ts';
import { frontMatterOf, proposeFromFrontMatter } from '../metadata/front-matter.ts';
import {
  LayerBuilder,
  type BlockDraft,
  type Run,
  type RunMark,
} from '../../articles/text/layers.ts';
import type { RawArticle } from './format.ts';
import { domBlocks } from './html/dom-blocks.ts';
import { absoluteHttp } from './html/links.ts';
import { parseDocument } from './html/page.ts';
import { withoutLongTables, type Cut } from './long-tables.ts';
import { calloutOf, noteRuns, withoutNames } from './note-syntax.ts';

const markOf: Partial<Record<Nodes['type'], RunMark['kind']>> = {
  emphasis: 'emphasis',
  strong: 'strong',
};

function runsOf(nodes: readonly PhrasingContent[], marks: readonly RunMark[] = []): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return noteRuns(node, marks);
    if (node.type === 'inlineCode')
      return [{ text: node.value, marks: [...marks, { kind: 'code' }] }];
    if (node.type === 'break') return [{ text: '\n', marks }];
    if (node.type === 'link') {
      const href = absoluteHttp(node.url, null);
      return runsOf(node.children, href === null ? marks : [...marks, { kind: 'link', href }]);
    }
    if (!('children' in node)) return [];
    const kind = markOf[node.type];
    return runsOf(node.children, kind === undefined ? marks : [...marks, { kind }]);
  });
}

interface Place {
  readonly quoted: boolean;
  readonly depth: number;
  readonly ordered: boolean;
  readonly item: boolean;
}

/** The blocks of a Markdown tree, in order. Raw HTML gives its text. */
function draftsOf(node: Nodes, place: Place): BlockDraft[] {
  const within = (nodes: readonly Nodes[], changed: Partial<Place>) =>
    nodes.flatMap((child) => draftsOf(child, { ...place, ...changed }));
  if (node.type === 'heading') {
    return [{ kind: 'heading', level: node.depth, runs: runsOf(node.children) }];
  }
  if (node.type === 'paragraph') {
    const runs = runsOf(withoutNames(node, place.item).children);
    if (!place.item) return [{ kind: place.quoted ? 'quote' : 'paragraph', runs }];
    return [{ kind: 'list-item', level: place.depth, ordered: place.ordered, runs }];
  }
  if (node.type === 'code') {
    return [{ kind: 'preformatted', runs: [{ text: node.value, marks: [] }] }];
  }
  if (node.type === 'tableRow') {
    const runs = node.children.flatMap((cell, at) => [
      ...(at === 0 ? [] : [cellBorder]),
      ...runsOf(cell.children),
    ]);
    return [{ kind: 'table-row', runs }];
  }
  if (node.type === 'html') return domBlocks(parseDocument(node.value).documentElement, null);
  if (node.type === 'blockquote') {
    const callout = calloutOf(node);
    if (callout === null) return within(node.children, { quoted: true });
    const runs: Run[] = [{ text: callout.title, marks: [{ kind: 'strong' }] }];
    return [{ kind: 'quote', runs }, ...within(callout.rest.children, { quoted: true })];
  }
  // A note that is nothing but an address.
  if (node.type === 'definition' && node.identifier.startsWith('^')) {
    return [
      {
        kind: 'paragraph',
        runs: [{ text: `[${node.identifier.slice(1)}]: ${node.url}`, marks: [] }],
      },
    ];
  }
  if (node.type === 'listItem') return within(node.children, { item: true });
  if (node.type === 'list') {
    return within(node.children, { depth: place.depth + 1, ordered: node.ordered === true });
  }
  return node.type === 'root' || node.type === 'table' ? within(node.children, {}) : [];
}

const cellBorder: Run = { text: '\t', marks: [] };

const parse = (source: string): Root =>
  parseMarkdown(source, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });

/** The addresses that links name elsewhere in the text. */
const definition = /^ {0,3}\[[^\]\n]+\]:/m;

const rowLines = (node: RootContent): number[] =>
  node.type === 'table' ? node.children.flatMap(({ position }) => position?.start.line ?? []) : [];

/** The tree of a text, the middle rows of its longest tables left out of it and kept as cuts by line. */
function treeOf(body: string): { tree: Root; cuts: ReadonlyMap<number, Cut> } {
  const { source, cuts } = withoutLongTables(body);
  if (cuts.length > 0 && !definition.test(body)) {
    const tree = parse(source);
    const rows = new Set(tree.children.flatMap(rowLines));
    if (cuts.every(({ line }) => rows.has(line))) {
      return { tree, cuts: new Map(cuts.map((cut) => [cut.line, cut])) };
    }
  }
  return { tree: parse(body), cuts: new Map() };
}

const top: Place = { quoted: false, depth: 0, ordered: false, item: false };

/** The blocks of a table's rows without its head. */
const rowDrafts = (table: string): BlockDraft[] =>
  parse(table).children.flatMap((node) =>
    node.type === 'table' ? node.children.slice(1).flatMap((row) => draftsOf(row, top)) : [],
  );

/** The blocks of a node, the rows that were cut out of a table in their place. */
function draftsWithCuts(node: RootContent, cuts: ReadonlyMap<number, Cut>): BlockDraft[] {
  if (cuts.size === 0 || node.type !== 'table') return draftsOf(node, top);
  return node.children.flatMap((row) => {
    const cut = cuts.get(row.position?.start.line ?? 0);
    return [...(cut?.tables ?? []).flatMap(rowDrafts), ...draftsOf(row, top)];
  });
}

/** Reads Markdown: its front matter as metadata, its blocks and marks as layers. */
export function readMarkdown(source: string): RawArticle {
  const head = frontMatterOf(source);
  const body = head === null ? source : source.slice(head.length);
  const { tree, cuts } = treeOf(body);
  const builder = new LayerBuilder();
  for (const node of tree.children) {
    for (const draft of draftsWithCuts(node, cuts)) builder.add(draft);
  }
  return {
    ...builder.finish(),
    extracted: false,
    proposals: head === null ? [] : proposeFromFrontMatter(head.yaml),
  };
}
