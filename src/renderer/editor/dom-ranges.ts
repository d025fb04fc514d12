import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type TextNode,
} from 'lexical';
import {
  readDocument,
  type DocumentRun,
  type DocumentText,
  type NodePath,
} from '../../shared/briefing/document-text.ts';
import type { LexicalContent } from '../../shared/model/document.ts';

/** The node at a path of child indices. Call inside a read or an update. */
export function $nodeAt(path: NodePath): LexicalNode | null {
  let node: LexicalNode | null = $getRoot();
  for (const index of path) {
    node = $isElementNode(node) ? node.getChildAtIndex(index) : null;
  }
  return node;
}

/** The document as it stands in the editor at this moment. */
export const readNow = (editor: LexicalEditor): DocumentText =>
  readDocument(editor.getEditorState().toJSON() as unknown as LexicalContent);

function textNodeOf(element: Node | null): Text | null {
  let node = element;
  while (node !== null && !(node instanceof Text)) node = node.firstChild;
  return node;
}

/**
 * DOM ranges for stretches of the document's text (UTF-16 offsets), null where a stretch is not on
 * screen as it was read.
 */
export function domRanges(
  editor: LexicalEditor,
  { runs }: DocumentText,
  stretches: readonly { readonly start: number; readonly end: number }[],
): (Range | null)[] {
  const textOf = textFinder(editor, runs);
  return stretches.map(({ start, end }) => {
    const first = firstRun(runs, (run) => run.end > start);
    const last = firstRun(runs, (run) => run.start >= end) - 1;
    if (first > last) return null;
    const from = textOf(first);
    const to = textOf(last);
    if (from === null || to === null) return null;
    const range = document.createRange();
    range.setStart(from, clamp(start - (runs[first]?.start ?? 0), from));
    range.setEnd(to, clamp(end - (runs[last]?.start ?? 0), to));
    return range;
  });
}

/** Finds the DOM text of a run by its index, walking to it from its top-level block. */
function textFinder(
  editor: LexicalEditor,
  runs: readonly DocumentRun[],
): (index: number) => Text | null {
  const state = editor.getEditorState();
  const blocks = state.read(() => $getRoot().getChildren());
  return (index) => {
    const run = runs[index];
    if (run === undefined) return null;
    const [top = 0, ...inner] = run.path;
    return state.read(() => {
      let node: LexicalNode | null = blocks[top] ?? null;
      for (const child of inner) {
        node = $isElementNode(node) ? node.getChildAtIndex(child) : null;
      }
      return node === null ? null : textNodeOf(editor.getElementByKey(node.getKey()));
    });
  };
}

/** Index of the first run from which on `holds` is true; the number of runs where it never is. */
function firstRun(runs: readonly DocumentRun[], holds: (run: DocumentRun) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && holds(run)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const clamp = (offset: number, node: Text): number => Math.max(0, Math.min(offset, node.length));

/** The text node a point stands in or, between other nodes, the one it stands behind. */
function $textAt(point: PointType): readonly [TextNode, number] | null {
  const { type, offset } = point;
  const node = point.getNode();
  if (type === 'text' && $isTextNode(node)) return [node, offset];
  if (!$isElementNode(node)) return null;
  for (let index = offset - 1; index >= 0; index -= 1) {
    const child = node.getChildAtIndex(index);
    const last = $isElementNode(child) ? child.getLastDescendant() : child;
    if ($isTextNode(last)) return [last, last.getTextContentSize()];
  }
  return null;
}

/** Where the selection begins in the document's text; -1 where there is none. */
export function cursorOffset(editor: LexicalEditor, { runs }: DocumentText): number {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return -1;
    const at = $textAt(selection.isBackward() ? selection.focus : selection.anchor);
    if (at === null) return -1;
    // The text nodes of the tree stand in the order in which the runs were read.
    const index = $getRoot()
      .getAllTextNodes()
      .findIndex((node) => node.is(at[0]));
    const run = runs[index];
    return run === undefined ? -1 : run.start + at[1];
  });
}
