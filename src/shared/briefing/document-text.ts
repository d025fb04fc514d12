import { AttacheError } from '../contract/errors.ts';
import type { LexicalContent } from '../model/document.ts';
import { stanceOf, type Stance } from '../model/stance.ts';
import {
  blocksOf,
  formats,
  headingLevel,
  numberOf,
  stringOf,
  type ContentNode,
} from './content.ts';

export type DocumentBlockKind =
  'paragraph' | 'heading' | 'quote' | 'list-item' | 'table-head' | 'table-cell' | 'code' | 'rule';

/** Child indices from the root to a node. */
export type NodePath = readonly number[];

/** A block of the document. `start` and `end` are UTF-16 offsets into the document's text. */
export interface DocumentBlock {
  readonly kind: DocumentBlockKind;
  readonly start: number;
  readonly end: number;
  readonly path: NodePath;
  /** Headings: 1 to 6. List items: nesting depth from 1. */
  readonly level?: number;
}

/** A citation, or a marker of a judgement or a gap: a point between two characters of the text. */
export interface DocumentAnchor {
  readonly kind: 'citation' | 'judgement' | 'gap';
  readonly annotationId: string;
  /** How the passage bears on the sentence, where the writer said so. */
  readonly stance?: Stance;
  readonly offset: number;
  readonly path: NodePath;
}

/** The stretch of the document's text that one text node holds. */
export interface DocumentRun {
  readonly start: number;
  readonly end: number;
  readonly path: NodePath;
  readonly bold: boolean;
}

/** A document as plain text, with what stands where in it. */
export interface DocumentText {
  readonly text: string;
  readonly blocks: readonly DocumentBlock[];
  readonly anchors: readonly DocumentAnchor[];
  readonly runs: readonly DocumentRun[];
  /** The top-level nodes the text was read from; a block's path begins with an index into them. */
  readonly nodes: readonly object[];
}

const maxDepth = 100;

const blockKinds: Readonly<Record<string, DocumentBlockKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  quote: 'quote',
  listitem: 'list-item',
  code: 'code',
  horizontalrule: 'rule',
};

class Walker {
  text = '';
  readonly blocks: DocumentBlock[] = [];
  readonly anchors: DocumentAnchor[] = [];
  readonly runs: DocumentRun[] = [];

  /** The blocks below `nodes`, each on a line of its own. */
  walkBlocks(nodes: readonly ContentNode[], path: NodePath, inside: Inside): void {
    if (path.length > maxDepth) {
      throw new AttacheError(
        'invalid-input',
        `The document is nested more than ${maxDepth} levels deep.`,
        { field: 'content' },
      );
    }
    for (const [index, node] of nodes.entries()) this.walkBlock(node, [...path, index], inside);
  }

  private walkBlock(node: ContentNode, path: NodePath, inside: Inside): void {
    const children = node.children ?? [];
    if (node.type === 'list') {
      this.walkBlocks(children, path, { ...inside, depth: inside.depth + 1 });
    } else if (node.type === 'tablecell') {
      const kind = numberOf(node, 'headerState') === 0 ? 'table-cell' : 'table-head';
      this.walkBlocks(children, path, { ...inside, kind });
    } else if (isContainer(children)) {
      this.walkMixed(node, children, path, inside);
    } else {
      this.addBlock(node, children, path, inside);
    }
  }

  /** A list item may hold words and then a list. */
  private walkMixed(
    node: ContentNode,
    children: readonly ContentNode[],
    path: NodePath,
    inside: Inside,
  ): void {
    const firstBlock = children.findIndex(isBlock);
    if (firstBlock > 0) this.addBlock(node, children.slice(0, firstBlock), path, inside);
    for (let index = firstBlock; index < children.length; index += 1) {
      const child = children[index];
      if (child !== undefined) this.walkBlock(child, [...path, index], inside);
    }
  }

  private addBlock(
    node: ContentNode,
    children: readonly ContentNode[],
    path: NodePath,
    inside: Inside,
  ): void {
    if (this.text !== '') this.text += '\n';
    const start = this.text.length;
    this.walkInline(children, path);
    const kind = inside.kind ?? blockKinds[node.type] ?? 'paragraph';
    const level = levelOf(node, kind, inside.depth);
    this.blocks.push({
      kind,
      start,
      end: this.text.length,
      path,
      ...(level === undefined ? {} : { level }),
    });
  }

  private walkInline(nodes: readonly ContentNode[], path: NodePath): void {
    if (path.length > maxDepth) this.walkBlocks([], path, { depth: 0 });
    for (const [index, node] of nodes.entries()) {
      const at = [...path, index];
      if (node.type === 'citation' || node.type === 'judgement' || node.type === 'gap') {
        const stance = stanceOf(node['stance']);
        this.anchors.push({
          kind: node.type,
          annotationId: stringOf(node, 'annotationId'),
          ...(stance === undefined ? {} : { stance }),
          offset: this.text.length,
          path: at,
        });
      } else if (node.type === 'linebreak') {
        this.text += '\n';
      } else if (typeof node['text'] === 'string') {
        const start = this.text.length;
        this.text += node['text'];
        const bold = (numberOf(node, 'format') & formats.bold) !== 0;
        this.runs.push({ start, end: this.text.length, path: at, bold });
      } else if (node.children !== undefined) {
        this.walkInline(node.children, at);
      }
    }
  }
}

interface Inside {
  readonly depth: number;
  readonly kind?: DocumentBlockKind;
}

const blockTypes = new Set([...Object.keys(blockKinds), 'list', 'table', 'tablerow', 'tablecell']);
const isBlock = (node: ContentNode): boolean => blockTypes.has(node.type);
const isContainer = (children: readonly ContentNode[]): boolean => children.some(isBlock);

function levelOf(node: ContentNode, kind: DocumentBlockKind, depth: number): number | undefined {
  if (kind === 'heading') return headingLevel(node);
  return kind === 'list-item' ? depth : undefined;
}

/**
 * Reads serialised Lexical content as plain text: one line a block (a table cell is a block),
 * citations and markers without width. Needs no editor. Unknown nodes count as what
 * they contain. Throws `invalid-input` where the content is nested beyond reason.
 */
export function readDocument(document: LexicalContent): DocumentText {
  const walker = new Walker();
  walker.walkBlocks(blocksOf(document), [], { depth: 0 });
  const { text, blocks, anchors, runs } = walker;
  return { text, blocks, anchors, runs, nodes: blocksOf(document) };
}

/** Ids of the annotations a document cites, once each, in order of first use. */
export function citedAnnotations({ anchors }: DocumentText): string[] {
  return [
    ...new Set(
      anchors.filter(({ kind }) => kind === 'citation').map(({ annotationId }) => annotationId),
    ),
  ];
}
