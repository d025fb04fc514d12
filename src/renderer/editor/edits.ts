import {
  $createRangeSelectionFromDom,
  $createTextNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { quoted } from '../../shared/briefing/quoted.ts';
import type { DocumentText } from '../../shared/briefing/document-text.ts';
import { $nodeAt } from './dom-ranges.ts';
import type { Passage } from './insertion.ts';
import { scrollToSelection } from './long-page/page-window.ts';
import { CitationNode, GapNode, JudgementNode } from './nodes.tsx';

/** Puts the cursor between two characters of the document's text. False where they are gone. */
function $placeCursor({ runs }: DocumentText, offset: number): boolean {
  const run =
    runs.find(({ start, end }) => start < offset && offset <= end) ??
    runs.find(({ start }) => start === offset) ??
    runs.at(-1);
  const node = run === undefined ? null : $nodeAt(run.path);
  if (run === undefined || !$isTextNode(node)) return false;
  const at = Math.min(offset - run.start, node.getTextContentSize());
  node.select(at, at);
  return true;
}

/** Puts the cursor behind the last citation or marker at `offset`; false where none stands there. */
function $placeBehindAnchor({ anchors }: DocumentText, offset: number): boolean {
  const anchor = anchors.findLast((one) => one.offset === offset);
  const node = anchor === undefined ? null : $nodeAt(anchor.path);
  if (node === null) return false;
  node.selectNext(0, 0);
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

/** How a passage is put into the text. */
export type Insertion = 'quotation' | 'attributed' | 'paraphrase' | 'citation';

/** A space where the cursor stands right behind a word or mark. */
function $spaceBefore(): LexicalNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const { anchor } = selection;
  const node = anchor.getNode();
  const before = $isTextNode(node)
    ? node.getTextContent().slice(0, anchor.offset) || lastWords(node.getPreviousSibling())
    : lastWords($isElementNode(node) ? node.getChildAtIndex(anchor.offset - 1) : null);
  return before === '' || /[\s([{“‘„«「『]$/u.test(before) ? [] : [$createTextNode(' ')];
}

const lastWords = (node: LexicalNode | null): string =>
  node === null ? '' : $isTextNode(node) ? node.getTextContent() : '.';

/** A citation stands right behind the words: spaces before the cursor go behind it. */
function $trimBefore(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if (!$isTextNode(node)) return;
  const before = node.getTextContent().slice(0, offset);
  const trimmed = before.trimEnd();
  if (trimmed.length === before.length) return;
  if (trimmed === '' && !(node.getPreviousSibling() instanceof CitationNode)) return;
  node.spliceText(trimmed.length, before.length - trimmed.length, '', true);
}

/** Selected words stay: what is inserted goes behind them. */
function $behindSelection(): void {
  const selection = $getSelection();
  if (selection === null) $getRoot().selectEnd();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
}

/**
 * Takes over the cursor the browser shows on the page. Lexical hears of a click a moment later,
 * and not at all where a key has moved the focus away by then.
 */
export function takeShownCursor(editor: LexicalEditor): void {
  const shown = getSelection();
  if (editor.getRootElement()?.contains(shown?.anchorNode ?? null) !== true) return;
  editor.update(() => {
    const selection = $createRangeSelectionFromDom(shown, editor);
    if (selection !== null) $setSelection(selection);
  });
}

/**
 * Puts a passage at the cursor, or at the end where there is none: quoted and cited, also behind
 * the name of its speaker; in its words without marks, selected so that they can be put otherwise, and cited; or the citation alone.
 */
export function insertPassage(
  editor: LexicalEditor,
  { id, quote, speaker }: Passage,
  how: Insertion = 'quotation',
): void {
  editor.update(() => {
    $behindSelection();
    const cited = new CitationNode(id);
    if (how === 'citation') {
      $trimBefore();
      $insertNodes([cited, $createTextNode(' ')]);
      return;
    }
    const said = how === 'attributed' && speaker != null ? `${speaker}: ` : '';
    const words = $createTextNode(
      how === 'paraphrase' ? quote.replaceAll(/\s+/gu, ' ').trim() : said + quoted(quote),
    );
    $insertNodes([...$spaceBefore(), words, cited, $createTextNode(' ')]);
    if (how === 'paraphrase') $selectWordsBefore(cited);
  });
  editor.focus();
}

/** Selects the inserted words; inserting may have joined them with the text before. */
function $selectWordsBefore(cited: CitationNode): void {
  const words = cited.getPreviousSibling();
  if ($isTextNode(words)) words.select(0, words.getTextContentSize());
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

/** Says of a sentence that it names an open information gap. */
export const markGap = (editor: LexicalEditor, document: DocumentText, offset: number): void =>
  insertAt(editor, document, offset, () => [new GapNode()]);

/** Puts the cursor at the end of a sentence and opens the list of passages there. */
export const lookForPassage = (
  editor: LexicalEditor,
  document: DocumentText,
  offset: number,
): void => insertAt(editor, document, offset, () => [$createTextNode('[[')]);

/** Selects a stretch of the text; a point gets the cursor, behind what is cited there. */
export function selectStretch(
  editor: LexicalEditor,
  document: DocumentText,
  start: number,
  end: number,
): void {
  // A menu that closes gives the focus back to its button, unless it is elsewhere by then.
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      if (start === end) {
        if (!$placeBehindAnchor(document, start)) $placeCursor(document, start);
      } else $selectStretch(document, start, end);
    },
    // Lexical scrolls to a cursor, but not to selected words.
    { onUpdate: () => scrollToSelection(editor) },
  );
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
