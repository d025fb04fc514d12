import type { DomElement, DomNode } from './dom.ts';
import type { BlockDraft, BlockShape, Run, RunMark } from '../../../articles/text/layers.ts';
import { absoluteHttp } from './links.ts';
import { visibilityOf, type Visibility } from './visibility.ts';
import { tableGrid } from './table-grid.ts';

/** A run of page text and the element it stood in. */
export interface DomRun extends Run {
  readonly parent: DomElement;
}

const notText = new Set(
  'script style template noscript title svg math iframe frame object embed applet canvas audio video select datalist textarea'.split(
    ' ',
  ),
);

const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption optgroup option'.split(
    ' ',
  ),
);

const markTags: Readonly<Record<string, RunMark['kind']>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  strong: 'strong',
  b: 'strong',
  th: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'subscript',
  sup: 'superscript',
};

/** What the open elements make of the text inside them. */
interface State {
  readonly shape: BlockShape;
  readonly marks: readonly RunMark[];
  readonly listDepth: number;
  readonly ordered: boolean;
  readonly visibility: Visibility;
}

const initial: State = {
  shape: { kind: 'paragraph' },
  marks: [],
  listDepth: 0,
  ordered: false,
  visibility: 'shown',
};

function shapeOf(tag: string, state: State): BlockShape {
  if (/^h[1-6]$/.test(tag)) return { kind: 'heading', level: Number(tag.charAt(1)) };
  if (tag === 'li') {
    return { kind: 'list-item', level: Math.max(1, state.listDepth), ordered: state.ordered };
  }
  if (tag === 'blockquote') return { kind: 'quote' };
  if (tag === 'figcaption' || tag === 'caption') return { kind: 'caption' };
  if (tag === 'pre') return { kind: 'preformatted' };
  if (tag === 'tr') return { kind: 'table-row' };
  return state.shape;
}

function inside(element: DomElement, tag: string, state: State, base: string | null): State {
  const list = tag === 'ul' || tag === 'ol';
  const kind = markTags[tag];
  const href = tag === 'a' ? absoluteHttp(element.getAttribute('href'), base) : null;
  const mark: RunMark | null =
    href !== null ? { kind: 'link', href } : kind === undefined ? null : { kind };
  const shape = shapeOf(tag, state);
  const visibility = visibilityOf(element, tag, state.visibility);
  const isSame = !list && mark === null && shape === state.shape;
  if (isSame && visibility === state.visibility) return state;
  return {
    shape,
    visibility,
    marks: mark === null ? state.marks : [...state.marks, mark],
    listDepth: list ? state.listDepth + 1 : state.listDepth,
    ordered: list ? tag === 'ol' : state.ordered,
  };
}

/** A table that lays out a page rather than holding data: there is more than a line in its cells. */
const layoutTable = (row: DomElement): boolean =>
  row.querySelector('div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, p + p') !== null;

type Step =
  | { readonly type: 'enter'; readonly node: DomNode; readonly state: State }
  | { readonly type: 'leave-block'; readonly state: State };

/**
 * The text of an element and all below it as blocks, in order. Walks with a stack of its own, so
 * nesting may be as deep as it likes. `base` is what relative links are resolved against.
 */
export function domBlocks(root: DomElement, base: string | null): BlockDraft<DomRun>[] {
  const drafts: BlockDraft<DomRun>[] = [];
  let runs: DomRun[] = [];
  let shape: BlockShape = initial.shape;
  const grid = tableGrid();
  /** The column of the open row that is written now. */
  let column = 0;
  const close = (next: BlockShape) => {
    if (runs.length > 0) drafts.push({ ...shape, runs });
    runs = [];
    shape = next;
  };
  const add = (text: string, parent: DomElement, state: State) => {
    const hidden = state.visibility === 'shown' ? {} : { hidden: true };
    runs.push({ text, marks: state.marks, parent, ...hidden });
  };
  const stack: Step[] = [{ type: 'enter', node: root, state: initial }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { state } = step;
    if (step.type === 'leave-block') {
      close(state.shape);
      continue;
    }
    const { node } = step;
    if (node.nodeType === 3) {
      const parent = node.parentElement;
      const data = node.nodeValue ?? '';
      const text =
        state.shape.kind === 'preformatted' ? data : data.replaceAll(/[\t\r\n\f ]+/g, ' ');
      if (parent !== null && text !== '') add(text, parent, state);
      continue;
    }
    if (node.nodeType !== 1) continue;
    const element = node as DomElement;
    const tag = element.localName.toLowerCase();
    if (notText.has(tag)) continue;
    if (tag === 'br') {
      add('\n', element, state);
      continue;
    }
    const cell = (tag === 'td' || tag === 'th') && state.shape.kind === 'table-row';
    if (cell) {
      for (; column < grid.columnOf(element); column += 1) add('\t', element, state);
    }
    const isRow = tag === 'tr' && !layoutTable(element);
    if (isRow) {
      grid.addRow(element);
      column = 0;
    }
    const within =
      tag === 'tr' && !isRow
        ? { ...state, visibility: visibilityOf(element, tag, state.visibility) }
        : inside(element, tag, state, base);
    const inCell = tag === 'p' && state.shape.kind === 'table-row';
    const block = (blockTags.has(tag) && !inCell) || ((tag === 'td' || tag === 'th') && !cell);
    if (block) {
      close(within.shape);
      stack.push({ type: 'leave-block', state });
    }
    for (let child = element.lastChild; child !== null; child = child.previousSibling) {
      stack.push({ type: 'enter', node: child, state: within });
    }
  }
  close(initial.shape);
  return drafts;
}
