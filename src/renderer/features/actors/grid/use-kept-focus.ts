import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Gives the focus back to the current cell where the row that had it was made anew, by an undo or
 * by another window; else the next key would be a shortcut of the whole window. `cell` is what its
 * `data-cell` says.
 */
export function useKeptFocus(table: RefObject<HTMLElement | null>, cell: string) {
  const held = useRef(false);
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    table.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  });
  return {
    onFocus() {
      held.current = true;
    },
    onBlur({ target }: FocusEvent) {
      // An element that is taken out of the page has not been left.
      queueMicrotask(() => {
        const isHere = table.current?.contains(document.activeElement) === true;
        if (target.isConnected && !isHere) held.current = false;
      });
    },
  };
}
