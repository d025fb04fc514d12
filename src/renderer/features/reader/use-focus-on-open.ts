import { useEffect, useRef, type RefObject } from 'react';
import { mayTakeFocus } from '../../state/focus.ts';
import { takesText } from '../../state/keymap.ts';

/**
 * An article that opens takes the keys, unless something is being written or asked just then, or
 * what opened it wants to keep them.
 */
export function useFocusOnOpen(
  scroller: RefObject<HTMLElement | null>,
  articleId: string,
  there: boolean,
): void {
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (!there || opened.current === articleId) return;
    opened.current = articleId;
    if (!mayTakeFocus()) return;
    const asked = document.querySelector('dialog[open]') !== null;
    if (!asked && !takesText(document.activeElement)) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, [scroller, articleId, there]);
}
