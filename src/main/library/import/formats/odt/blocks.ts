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
  /** The words here are not shown: by their style, or since nothing around them is. */
  readonly hidden: boolean;
  readonly within: boolean;
}

/** What hangs on a place of the text and is read after it. */
interface Hung {
  readonly element: DomElement;
  readonly within: boolean;
}

interface OpenDraft extends BlockShape {
  readonly runs: Run[];
  /** A field in it says that none of it is shown. */
  hidden: boolean;
}

const initial: State = {
  shape: null,
  marks: [],
  listStyle: null,
  depth: 0,
  hidden: false,
  within: false,
};

type Step =
  | { readonly type: 'enter'; readonly node: DomNode; readonly state: State }
  | { readonly type: 'end' };

function outlineHeading(element: DomElement): BlockShape {
  const level = Number(element.getAttribute('text:outline-level') ?? 1);
  return { kind: 'heading', level: Number.isInteger(level) ? level : 1 };
}

const isHidden = (element: DomElement): boolean =>
  element.getAttribute('text:is-hidden') === 'true';

/** Sections, fields and rows that are shown to nobody. */
function isOut(element: DomElement): boolean {
  const tag = element.localName;
  if (tag === 'text:hidden-text') return isHidden(element);
  if (tag === 'table:table-row') return element.getAttribute('table:visibility') === 'collapse';
  const display = element.getAttribute('text:display');
  if (tag !== 'text:section' || display === null) return false;
  return display === 'none' || (display === 'condition' && isHidden(element));
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
  const notes: Hung[] = [];
  let frames: Hung[] = [];
  let open: OpenDraft | null = null;
  /** Cells of the open row since the last one that has words: columns to go on by. */
  let cellsBefore = 0;
  const stack: Step[] = [];

  const enterAll = (element: DomElement, state: State) => {
    for (let child = element.lastChild; child !== null; child = child.previousSibling) {
      stack.push({ type: 'enter', node: child, state });
    }
  };
  const add = (text: string, { marks, hidden }: Pick<State, 'marks' | 'hidden'>) =>
    open?.runs.push({ text, marks, hidden });
  const begin = (shape: BlockShape) => {
    open = { ...shape, runs: [], hidden: false };
    stack.push({ type: 'end' });
  };
  const end = () => {
    const last = drafts.at(-1);
    if (open?.hidden === true) {
      open.runs.splice(0, Infinity, ...open.runs.map((run) => ({ ...run, hidden: true })));
    }
    if (open?.kind === 'preformatted' && last?.kind === 'preformatted') {
      last.runs.push({ text: '\n', marks: [] }, ...open.runs);
    } else if (open !== null) drafts.push(open);
    open = null;
    for (const { element, within } of frames.toReversed()) {
      enterAll(element, { ...initial, within });
    }
    frames = [];
  };

  const paragraph = (element: DomElement, state: State) => {
    const name = element.getAttribute('text:style-name');
    const hidden = state.within || styles.hides(name) === true;
    const style = element.localName === 'text:h' ? outlineHeading(element) : styles.shape(name);
    if (open !== null) add(' ', { marks: [], hidden });
    else if (style.kind === 'heading') begin(style);
    else begin(state.shape ?? style);
    const marks = style.kind === 'heading' ? [] : styles.ownMarks(name);
    enterAll(element, { ...state, marks, hidden });
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
    const within = state.within || isOut(element);
    if (open !== null || element.querySelector(moreThanLines) !== null) {
      enterAll(element, { ...state, within, shape: null });
      return;
    }
    begin({ kind: 'table-row' });
    cellsBefore = 0;
    enterAll(element, { ...state, within, shape: { kind: 'table-row' } });
  };

  /** The tab before a cell stands for the one it follows; a repeated one is written once. */
  const cell = (element: DomElement, state: State) => {
    if (open?.kind !== 'table-row') {
      enterAll(element, state);
      return;
    }
    for (; cellsBefore > 0; cellsBefore -= 1) add('\t', { marks: [], hidden: state.within });
    const repeated = Number(element.getAttribute('table:number-columns-repeated') ?? 1);
    cellsBefore = Math.min(mostRepeated, Math.max(1, Math.trunc(repeated) || 1));
    if (element.localName === 'table:table-cell') enterAll(element, state);
  };

  const inline = (element: DomElement, state: State) => {
    const name = element.getAttribute('text:style-name');
    const marks = [...state.marks, ...styles.marks(name)];
    const href = absoluteHttp(element.getAttribute('xlink:href'), null);
    if (element.localName === 'text:a' && href !== null) marks.push({ kind: 'link', href });
    const hidden = state.within || (styles.hides(name) ?? state.hidden);
    enterAll(element, { ...state, marks, hidden });
  };

  const hideOpen = (field: DomElement) => {
    if (open !== null && isHidden(field)) open.hidden = true;
  };

  const enter = (element: DomElement, state: State) => {
    const tag = element.localName;
    if (notText.has(tag)) return;
    if (paragraphs.has(tag)) paragraph(element, state);
    else if (tag === 'text:list') list(element, state);
    else if (tag === 'table:table-row') row(element, state);
    else if (tableCells.has(tag)) cell(element, state);
    else if (tag === 'text:note') {
      notes.push({ element, within: state.hidden });
      add(`[${notes.length}]`, { marks: [{ kind: 'superscript' }], hidden: state.hidden });
    } else if (tag === 'draw:frame' && open !== null)
      frames.push({ element, within: state.hidden });
    else if (tag === 'text:line-break') add('\n', state);
    else if (tag === 'text:tab') add(' ', state);
    else if (tag === 'text:s') {
      const count = Number(element.getAttribute('text:c') ?? 1);
      add(' '.repeat(Math.min(mostBlanks, Math.max(1, Math.trunc(count) || 1))), state);
    } else if (tag === 'text:span' || tag === 'text:a') inline(element, state);
    else if (tag === 'text:hidden-paragraph') hideOpen(element);
    else enterAll(element, isOut(element) ? { ...state, hidden: true, within: true } : state);
  };

  const walk = (root: DomElement, state: State) => {
    enterAll(root, state);
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step.type === 'end') end();
      else if (step.node.nodeType === 1) enter(step.node as DomElement, step.state);
      else if (step.node.nodeType === 3 || step.node.nodeType === 4) {
        add((step.node.nodeValue ?? '').replaceAll(/\s+/g, ' '), step.state);
      }
    }
  };
  walk(body, initial);
  for (let note = notes[0], at = 0; note !== undefined; at += 1, note = notes[at]) {
    const { element, within } = note;
    walk(element, { ...initial, within, shape: { kind: 'list-item', level: 1, ordered: true } });
  }
  return drafts;
}
