import type { BlockDraft, BlockShape, Run, RunMark } from '../../../articles/text/layers.ts';
import type { DomElement, DomNode } from '../html/dom.ts';
import { absoluteHttp } from '../html/links.ts';
import type { OdtStyles } from './styles.ts';

/** What is no text of the document: what was deleted, remarks, forms, names of pictures. */
const notText = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'office:binary-data',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:note-citation',
  'text:ruby-text',
  'text:index-title-template',
  'text:table-of-content-source',
  'svg:title',
  'svg:desc',
  'draw:object',
  'draw:image',
]);

/** A cell that holds more than a line makes its table the layout of a page. */
const moreThanLines = 'text\\:list, table\\:table, text\\:h, text\\:p ~ text\\:p';

interface State {
  /** What the list, table or note around a paragraph makes of it; null where its style decides. */
  readonly shape: BlockShape | null;
  readonly marks: readonly RunMark[];
  readonly listStyle: string | null;
  readonly depth: number;
}

interface OpenDraft extends BlockShape {
  readonly runs: Run[];
}

const initial: State = { shape: null, marks: [], listStyle: null, depth: 0 };

type Step =
  | { readonly type: 'enter'; readonly node: DomNode; readonly state: State }
  | { readonly type: 'end' };

function outlineHeading(element: DomElement): BlockShape {
  const level = Number(element.getAttribute('text:outline-level') ?? 1);
  return { kind: 'heading', level: Number.isInteger(level) ? level : 1 };
}

const tableCells = new Set(['table:table-cell', 'table:covered-table-cell']);
const paragraphs = new Set(['text:p', 'text:h']);
/** The most columns one cell may stand for. */
const mostRepeated = 500;
/** The most blanks one element may stand for. */
const mostBlanks = 1000;

/**
 * The blocks of an OpenDocument text, in order: frames after the paragraph they hang on, notes at the
 * end. Walks with a stack of its own, so nesting may be as deep as it likes.
 */
export function odtBlocks(body: DomElement, styles: OdtStyles): BlockDraft[] {
  const drafts: OpenDraft[] = [];
  const notes: DomElement[] = [];
  let frames: DomElement[] = [];
  let open: OpenDraft | null = null;
  /** Cells of the open row since the last one that has words: columns to go on by. */
  let cellsBefore = 0;
  const stack: Step[] = [];

  const enterAll = (element: DomElement, state: State) => {
    for (let child = element.lastChild; child !== null; child = child.previousSibling) {
      stack.push({ type: 'enter', node: child, state });
    }
  };
  const add = (text: string, marks: readonly RunMark[]) => open?.runs.push({ text, marks });
  const begin = (shape: BlockShape) => {
    open = { ...shape, runs: [] };
    stack.push({ type: 'end' });
  };
  const end = () => {
    const last = drafts.at(-1);
    if (open?.kind === 'preformatted' && last?.kind === 'preformatted') {
      last.runs.push({ text: '\n', marks: [] }, ...open.runs);
    } else if (open !== null) drafts.push(open);
    open = null;
    for (const frame of frames.toReversed()) enterAll(frame, initial);
    frames = [];
  };

  const paragraph = (element: DomElement, state: State) => {
    const name = element.getAttribute('text:style-name');
    const style = element.localName === 'text:h' ? outlineHeading(element) : styles.shape(name);
    if (open !== null) add(' ', []);
    else if (style.kind === 'heading') begin(style);
    else begin(state.shape ?? style);
    enterAll(element, { ...state, marks: style.kind === 'heading' ? [] : styles.ownMarks(name) });
  };

  const list = (element: DomElement, state: State) => {
    const listStyle = element.getAttribute('text:style-name') ?? state.listStyle;
    const depth = state.depth + 1;
    const ordered = styles.isNumbered(listStyle, depth);
    enterAll(element, {
      ...state,
      listStyle,
      depth,
      shape: { kind: 'list-item', level: depth, ordered },
    });
  };

  const row = (element: DomElement, state: State) => {
    if (open !== null || element.querySelector(moreThanLines) !== null) {
      enterAll(element, { ...state, shape: null });
      return;
    }
    begin({ kind: 'table-row' });
    cellsBefore = 0;
    enterAll(element, { ...state, shape: { kind: 'table-row' } });
  };

  /** The tab before a cell stands for the one it follows; a repeated one is written once. */
  const cell = (element: DomElement, state: State) => {
    if (open?.kind !== 'table-row') {
      enterAll(element, state);
      return;
    }
    for (; cellsBefore > 0; cellsBefore -= 1) add('\t', []);
    const repeated = Number(element.getAttribute('table:number-columns-repeated') ?? 1);
    cellsBefore = Math.min(mostRepeated, Math.max(1, Math.trunc(repeated) || 1));
    if (element.localName === 'table:table-cell') enterAll(element, state);
  };

  const inline = (element: DomElement, state: State) => {
    const marks = [...state.marks, ...styles.marks(element.getAttribute('text:style-name'))];
    const href = absoluteHttp(element.getAttribute('xlink:href'), null);
    if (element.localName === 'text:a' && href !== null) marks.push({ kind: 'link', href });
    enterAll(element, { ...state, marks });
  };

  const enter = (element: DomElement, state: State) => {
    const tag = element.localName;
    if (notText.has(tag)) return;
    if (paragraphs.has(tag)) paragraph(element, state);
    else if (tag === 'text:list') list(element, state);
    else if (tag === 'table:table-row') row(element, state);
    else if (tableCells.has(tag)) cell(element, state);
    else if (tag === 'text:note') {
      notes.push(element);
      add(`[${notes.length}]`, [{ kind: 'superscript' }]);
    } else if (tag === 'draw:frame' && open !== null) frames.push(element);
    else if (tag === 'text:line-break') add('\n', state.marks);
    else if (tag === 'text:tab') add(' ', state.marks);
    else if (tag === 'text:s') {
      const count = Number(element.getAttribute('text:c') ?? 1);
      add(' '.repeat(Math.min(mostBlanks, Math.max(1, Math.trunc(count) || 1))), state.marks);
    } else if (tag === 'text:span' || tag === 'text:a') inline(element, state);
    else enterAll(element, state);
  };

  const walk = (root: DomElement, state: State) => {
    enterAll(root, state);
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step.type === 'end') end();
      else if (step.node.nodeType === 1) enter(step.node as DomElement, step.state);
      else if (step.node.nodeType === 3 || step.node.nodeType === 4) {
        add((step.node.nodeValue ?? '').replaceAll(/\s+/g, ' '), step.state.marks);
      }
    }
  };
  walk(body, initial);
  for (let note = notes[0], at = 0; note !== undefined; at += 1, note = notes[at]) {
    walk(note, { ...initial, shape: { kind: 'list-item', level: 1, ordered: true } });
  }
  return drafts;
}
