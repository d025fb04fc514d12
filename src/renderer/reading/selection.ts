import type { TextRange } from '../../shared/model/ranges.ts';
import type { TextIndex } from './text-index.ts';

/** `[start, end)` without the white space at its edges, or null where nothing is left. */
function trimmed(text: string, { start, end }: TextRange): TextRange | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** What of the article's text the person has selected, or null. */
export function selectedRange(index: TextIndex, text: string): TextRange | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = index.offsetAt(range.startContainer, range.startOffset);
  const end = index.offsetAt(range.endContainer, range.endOffset);
  return start === null || end === null ? null : trimmed(text, { start, end });
}

/** Selects `[start, end)` in the page. */
export function selectRange(index: TextIndex, { start, end }: TextRange): void {
  const range = index.rangeAt(start, end);
  const selection = getSelection();
  if (range === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(range);
}

/** The offset under the pointer, or null. */
export function offsetUnder(index: TextIndex, event: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  return caret === null ? null : index.offsetAt(caret.offsetNode, caret.offset);
}
