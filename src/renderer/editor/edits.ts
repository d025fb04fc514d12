import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { quoted } from '../../shared/briefing/append-quotation.ts';
import type { DocumentText } from '../../shared/briefing/document-text.ts';
import { $nodeAt } from './dom-ranges.ts';
import { CitationNode, JudgementNode } from './nodes.tsx';

/** Puts the cursor between two characters of the document's text. False where they are gone. */
function $placeCursor({ runs }: DocumentText, offset: number): boolean {
  const run = runs.find(({ start, end }) => start < offset && offset <= end) ?? runs.at(-1);
  const node = run === undefined ? null : $nodeAt(run.path);
  if (run === undefined || !$isTextNode(node)) return false;
  const at = Math.min(offset - run.start, node.getTextContentSize());
  node.select(at, at);
  return true;
}

function insertAt(
  editor: LexicalEditor,
  document: DocumentText,
  offset: number,
  nodes: () => LexicalNode[],
): void {
  editor.update(() => {
    if ($placeCursor(document, offset)) $insertNodes(nodes());
  });
  editor.focus();
}

/** Inserts a quotation with its citation at the cursor, or at the end where there is none. */
export function insertQuotation(
  editor: LexicalEditor,
  annotationId: string,
  passage: string,
): void {
  editor.update(() => {
    if ($getSelection() === null) $getRoot().selectEnd();
    $insertNodes([
      $createTextNode(quoted(passage)),
      new CitationNode(annotationId),
      $createTextNode(' '),
    ]);
  });
  editor.focus();
}

/** Cites a passage at the end of a sentence. */
export const citeAt = (
  editor: LexicalEditor,
  document: DocumentText,
  offset: number,
  annotationId: string,
): void => insertAt(editor, document, offset, () => [new CitationNode(annotationId)]);

export const markJudgement = (
  editor: LexicalEditor,
  document: DocumentText,
  offset: number,
): void => insertAt(editor, document, offset, () => [new JudgementNode()]);

/** Puts the cursor at the end of a sentence and opens the list of passages there. */
export const lookForPassage = (
  editor: LexicalEditor,
  document: DocumentText,
  offset: number,
): void => insertAt(editor, document, offset, () => [$createTextNode('[[')]);

export function selectStretch(
  editor: LexicalEditor,
  document: DocumentText,
  start: number,
  end: number,
): void {
  editor.update(() => $selectStretch(document, start, end));
  editor.focus();
}

function $selectStretch({ runs }: DocumentText, start: number, end: number): boolean {
  const from = runs.find((run) => run.end > start);
  const to = runs.findLast((run) => run.start < end);
  const first = from === undefined ? null : $nodeAt(from.path);
  const last = to === undefined ? null : $nodeAt(to.path);
  if (!$isTextNode(first) || !$isTextNode(last) || from === undefined || to === undefined) {
    return false;
  }
  const selection = first.select(start - from.start, start - from.start);
  selection.focus.set(last.getKey(), end - to.start, 'text');
  return true;
}

/** Replaces a stretch of the document's text. */
export function replaceStretch(
  editor: LexicalEditor,
  document: DocumentText,
  stretch: { readonly start: number; readonly end: number },
  words: string,
): void {
  editor.update(() => {
    if ($selectStretch(document, stretch.start, stretch.end)) $getSelection()?.insertText(words);
  });
  editor.focus();
}
