import type { LexicalContent } from '../model/document.ts';
import type { Stance } from '../model/stance.ts';

/** One node of a document's content, as Lexical serialises it. */
export interface ContentNode {
  readonly type: string;
  readonly children?: readonly ContentNode[];
  readonly [field: string]: unknown;
}

/** A node's field where it is a string; content may have been written by anything. */
export const stringOf = (node: ContentNode, field: string): string => {
  const value = node[field];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (node: ContentNode, field: string, otherwise = 0): number => {
  const value = node[field];
  return typeof value === 'number' ? value : otherwise;
};

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** The level of a heading, 1 the highest; 1 where its `tag` is not `h1` to `h6`. */
export const headingLevel = (node: ContentNode): HeadingLevel => {
  const level = Number(/^h([1-6])$/.exec(stringOf(node, 'tag'))?.[1] ?? 1);
  return level as HeadingLevel;
};

/** Lexical's bits for the inline formats Attache uses. */
export const formats = { bold: 1, italic: 2, strikethrough: 4, underline: 8, code: 16 } as const;

const element = { direction: null, format: '', indent: 0, version: 1 } as const;

export const text = (words: string, format = 0): ContentNode => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: words,
  type: 'text',
  version: 1,
});

export const lineBreak = (): ContentNode => ({ type: 'linebreak', version: 1 });

export const paragraph = (...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  textFormat: 0,
  textStyle: '',
  type: 'paragraph',
});

export const heading = (level: number, ...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  tag: `h${level}`,
  type: 'heading',
});

export const quote = (...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  type: 'quote',
});

export const listItem = (value: number, ...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  value,
  type: 'listitem',
});

export const list = (ordered: boolean, start: number, ...items: ContentNode[]): ContentNode => ({
  ...element,
  children: items,
  listType: ordered ? 'number' : 'bullet',
  start,
  tag: ordered ? 'ol' : 'ul',
  type: 'list',
});

export const link = (url: string, ...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  rel: 'noreferrer',
  target: null,
  title: null,
  url,
  type: 'link',
});

export const code = (language: string | null, ...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  language,
  type: 'code',
});

export const rule = (): ContentNode => ({ type: 'horizontalrule', version: 1 });

export const table = (...rows: ContentNode[]): ContentNode => ({
  ...element,
  children: rows,
  type: 'table',
});

export const tableRow = (...cells: ContentNode[]): ContentNode => ({
  ...element,
  children: cells,
  type: 'tablerow',
});

/** `header` marks a cell of the first row that names its column. */
export const tableCell = (header: boolean, ...children: ContentNode[]): ContentNode => ({
  ...element,
  children,
  colSpan: 1,
  rowSpan: 1,
  headerState: header ? 1 : 0,
  backgroundColor: null,
  type: 'tablecell',
});

/**
 * A live reference to an annotation. It holds no copy of the passage. Without a stance the writer
 * has not said how the passage bears on the sentence.
 */
export const citation = (annotationId: string, stance?: Stance): ContentNode => ({
  annotationId,
  ...(stance === undefined ? {} : { stance }),
  type: 'citation',
  version: 1,
});

/** Says that the sentence before it is the writer's own judgement. */
export const judgement = (): ContentNode => ({ type: 'judgement', version: 1 });

/** Says that the sentence before it names what is not known yet: an open information gap. */
export const gap = (): ContentNode => ({ type: 'gap', version: 1 });

export const content = (...blocks: ContentNode[]): LexicalContent => ({
  root: { ...element, children: blocks, type: 'root' },
});

export const blocksOf = (document: LexicalContent): readonly ContentNode[] =>
  document.root.children;
