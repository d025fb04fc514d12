import { useEffect, type RefObject } from 'react';
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
  useEffect(() => {
    if (!there || !mayTakeFocus()) return;
    const asked = document.querySelector('dialog[open]') !== null;
    if (!asked && !takesText(document.activeElement)) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, [scroller, articleId, there]);
}
