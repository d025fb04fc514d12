import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { LexicalContent } from '../../model/document.ts';
import { parseMarkdown } from '../../text/parse-markdown.ts';
import * as nodes from '../content.ts';
import type { ContentNode } from '../content.ts';
import { citationFromMarkdown, citationSyntax, citedNames } from './citation-syntax.ts';

/** The name that stands in `[@judgement]` for the writer's own judgement. */
export const judgementId = 'judgement';
/** The name that stands in `[@gap]` for an open information gap. */
export const gapId = 'gap';

/**
 * A document from CommonMark with tables, in which `[@annotationId]` cites a passage and
 * `[@judgement]` marks the writer's own judgement, `[@gap]` an open information gap. HTML is kept as the characters it is written
 * with; an image becomes a link to it.
 */
export function contentFromMarkdown(markdown: string): LexicalContent {
  const tree = parseMarkdown(markdown, {
    extensions: [gfmTable(), citationSyntax],
    mdastExtensions: [gfmTableFromMarkdown(), citationFromMarkdown],
  });
  const urls = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === 'definition') urls.set(node.identifier, node.url);
  }
  const reader = new Reader(urls);
  const blocks = tree.children.flatMap((node) => reader.block(node));
  return nodes.content(...(blocks.length === 0 ? [nodes.paragraph()] : blocks));
}

const words = (value: string, format = 0): ContentNode[] =>
  inLines(value.split('\n').map((line) => (line === '' ? [] : [nodes.text(line, format)])));

const inLines = (lines: readonly ContentNode[][]): ContentNode[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [nodes.lineBreak()].concat(line)));

class Reader {
  private readonly urls: ReadonlyMap<string, string>;

  constructor(urls: ReadonlyMap<string, string>) {
    this.urls = urls;
  }

  block(node: RootContent): ContentNode[] {
    switch (node.type) {
      case 'paragraph':
        return [nodes.paragraph(...this.inline(node.children))];
      case 'heading':
        return [nodes.heading(node.depth, ...this.inline(node.children))];
      case 'blockquote':
        return node.children.map((child) => this.quoted(child));
      case 'list':
        return [this.list(node)];
      case 'code':
        return [nodes.code(node.lang ?? null, ...words(node.value))];
      case 'thematicBreak':
        return [nodes.rule()];
      case 'table':
        return [this.table(node)];
      case 'html':
        return [nodes.paragraph(...words(node.value))];
      case 'definition':
        return [];
      case 'footnoteDefinition':
      case 'listItem':
      case 'tableCell':
      case 'tableRow':
      case 'yaml':
        return [nodes.paragraph(...words(plain(node)))];
      case 'break':
      case 'citation':
      case 'delete':
      case 'emphasis':
      case 'footnoteReference':
      case 'image':
      case 'imageReference':
      case 'inlineCode':
      case 'link':
      case 'linkReference':
      case 'strong':
      case 'text':
        return [nodes.paragraph(...this.phrasing(node, 0))];
    }
  }

  private quoted(node: RootContent): ContentNode {
    return node.type === 'paragraph'
      ? nodes.quote(...this.inline(node.children))
      : nodes.quote(...words(plain(node)));
  }

  private list(node: Extract<Nodes, { type: 'list' }>): ContentNode {
    const start = node.start ?? 1;
    const items = node.children.flatMap((item, index) => this.item(item, start + index));
    return nodes.list(node.ordered ?? false, start, ...items);
  }

  /** Lexical keeps a nested list in an item of its own, after the words it hangs under. */
  private item(node: Extract<Nodes, { type: 'listItem' }>, value: number): ContentNode[] {
    const lists = node.children.filter((child) => child.type === 'list');
    const spoken = node.children
      .filter((child) => child.type !== 'list')
      .map((child) =>
        child.type === 'paragraph' ? this.inline(child.children) : words(plain(child)),
      );
    const nested = lists.map((list) => nodes.listItem(value + 1, this.list(list)));
    return [nodes.listItem(value, ...inLines(spoken)), ...nested];
  }

  private table(node: Extract<Nodes, { type: 'table' }>): ContentNode {
    const width = Math.max(...node.children.map((row) => row.children.length));
    const rows = node.children.map((row, index) => {
      const cells = Array.from({ length: width }, (_, column) =>
        nodes.tableCell(
          index === 0,
          nodes.paragraph(...this.inline(row.children[column]?.children ?? [])),
        ),
      );
      return nodes.tableRow(...cells);
    });
    return nodes.table(...rows);
  }

  private inline(children: readonly PhrasingContent[], format = 0): ContentNode[] {
    return children.flatMap((child, index) =>
      this.phrasing(closedUp(child, children[index + 1]), format),
    );
  }

  private phrasing(node: PhrasingContent, format: number): ContentNode[] {
    switch (node.type) {
      case 'text':
        return words(node.value.replaceAll('\n', ' '), format);
      case 'strong':
        return this.inline(node.children, format | nodes.formats.bold);
      case 'emphasis':
        return this.inline(node.children, format | nodes.formats.italic);
      case 'inlineCode':
        return [nodes.text(node.value, format | nodes.formats.code)];
      case 'break':
        return [nodes.lineBreak()];
      case 'link':
        return [nodes.link(node.url, ...this.inline(node.children, format))];
      case 'linkReference': {
        const url = this.urls.get(node.identifier);
        const children = this.inline(node.children, format);
        return url === undefined ? children : [nodes.link(url, ...children)];
      }
      case 'image':
        return [nodes.link(node.url, nodes.text(node.alt ?? node.url, format))];
      case 'citation':
        return citedNames(node.value).map(({ id, stance }) => {
          if (id === judgementId) return nodes.judgement();
          return id === gapId ? nodes.gap() : nodes.citation(id, stance);
        });
      case 'delete':
      case 'footnoteReference':
      case 'html':
      case 'imageReference':
        return words(plain(node), format);
    }
  }
}

/** Without the space pandoc leaves before a citation, which a numbered note does not have: "so [@a]." */
function closedUp(node: PhrasingContent, next: PhrasingContent | undefined): PhrasingContent {
  if (node.type !== 'text' || next?.type !== 'citation') return node;
  const cites = citedNames(next.value).some(({ id }) => id !== judgementId && id !== gapId);
  return cites ? { ...node, value: node.value.trimEnd() } : node;
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(plain).join(node.children.some((child) => 'depth' in child) ? '\n' : '');
}
