import { useEffect, useState } from 'react';
import type { TextIndex } from '../../reading/text-index.ts';
import { takesText, useShortcut } from '../../state/keymap.ts';

/** How far each key moves the caret; with Ctrl the larger step. */
const moves: Readonly<
  Record<string, readonly ['backward' | 'forward', plain: string, large: string]>
> = {
  ArrowLeft: ['backward', 'character', 'word'],
  ArrowRight: ['forward', 'character', 'word'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  Home: ['backward', 'lineboundary', 'documentboundary'],
  End: ['forward', 'lineboundary', 'documentboundary'],
};

/** The visible directions of a line: the left arrow goes left in Arabic as well. */
const sideways: Readonly<Record<string, string>> = { ArrowLeft: 'left', ArrowRight: 'right' };

export interface Caret {
  readonly on: boolean;
  /** Where the caret stands on the screen; null where it is not to be seen. */
  readonly box: DOMRect | null;
  /** Its offset in the article's text; null where it is off. */
  readonly at: number | null;
}

const nowhere = { box: null, at: null };

function caretOffset(index: TextIndex): number | null {
  const { focusNode, focusOffset = 0 } = getSelection() ?? {};
  return focusNode == null ? null : index.offsetAt(focusNode, focusOffset);
}

function caretBox(root: Element): DOMRect | null {
  const selection = getSelection();
  const { focusNode, focusOffset = 0 } = selection ?? {};
  if (focusNode == null || !root.contains(focusNode)) return null;
  const range = document.createRange();
  range.setStart(focusNode, focusOffset);
  const [box] = range.getClientRects();
  if (box !== undefined) return box;
  // Before the first letter of a block a range has no box: the first line of the block has.
  const block = focusNode instanceof Element ? focusNode : focusNode.parentElement;
  const first = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  if (first == null) return null;
  range.selectNodeContents(first);
  return range.getClientRects()[0] ?? null;
}

/**
 * `F7` puts a caret into the text, as browsers do: arrows move it by characters, lines, with Ctrl
 * by words and paragraphs; with Shift they select. `F7` again or Escape takes it away.
 */
export function useCaret(root: HTMLElement, index: TextIndex): Caret {
  const [on, setOn] = useState(false);
  const [place, setPlace] = useState<Pick<Caret, 'box' | 'at'>>(nowhere);
  useShortcut({
    keys: 'F7',
    label: 'reader.caret',
    group: 'reading',
    run: () => {
      if (!on && !root.contains(getSelection()?.focusNode ?? null)) placeAtFirstInSight(root);
      setOn(!on);
    },
  });
  useEffect(() => {
    if (!on) return undefined;
    const show = () => setPlace({ box: caretBox(root), at: caretOffset(index) });
    const press = (event: KeyboardEvent) => {
      const selection = getSelection();
      const move = moves[event.key];
      if (event.defaultPrevented || takesText(event.target) || selection === null) return;
      if (event.key === 'Escape' && selection.isCollapsed) setOn(false);
      if (move === undefined || event.altKey || !root.contains(selection.focusNode)) return;
      event.preventDefault();
      const [direction, plain, large] = move;
      const step = event.ctrlKey || event.metaKey ? large : plain;
      const way = step === 'character' || step === 'word' ? sideways[event.key] : undefined;
      selection.modify(event.shiftKey ? 'extend' : 'move', way ?? direction, step);
      keepInSight(root);
    };
    show();
    document.addEventListener('selectionchange', show);
    document.addEventListener('scroll', show, { capture: true, passive: true });
    window.addEventListener('keydown', press, { capture: true });
    return () => {
      document.removeEventListener('selectionchange', show);
      document.removeEventListener('scroll', show, { capture: true });
      window.removeEventListener('keydown', press, { capture: true });
    };
  }, [on, root, index]);
  return { on, ...(on ? place : nowhere) };
}

function placeAtFirstInSight(root: Element): void {
  const first = [...root.querySelectorAll('[data-start]')].find((block) => {
    const { bottom, height } = block.getBoundingClientRect();
    return height > 0 && bottom > 100;
  });
  if (first !== undefined) getSelection()?.collapse(first, 0);
}

/** Scrolls by as little as shows the caret's line. */
function keepInSight(root: Element): void {
  const scroller = root.closest('[role=region]');
  const box = caretBox(root);
  if (scroller === null || box === null) return;
  const view = scroller.getBoundingClientRect();
  const above = box.top - (view.top + 16);
  const below = box.bottom - (view.bottom - 64);
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
}
