import { useEffect, useRef, type FocusEvent } from 'react';

const stops = 'a[href], button, input, select, textarea';

/**
 * Props for a list whose rows go away when they are acted on: the focus, which would be lost with
 * its row, goes to what stands in its place now, so that the next row can be acted on by keyboard.
 */
export function useKeptStop<E extends HTMLElement>() {
  const list = useRef<E>(null);
  const held = useRef(-1);
  const all = () => [...(list.current?.querySelectorAll<HTMLElement>(stops) ?? [])];
  const indexOf = (element: Element | null) => all().findIndex((stop) => stop === element);
  useEffect(() => {
    const now = indexOf(document.activeElement);
    // A dialog that closes gives the focus back while React hears nothing of it.
    if (now >= 0) held.current = now;
    if (held.current < 0 || document.activeElement !== document.body) return;
    const there = all();
    there[Math.min(held.current, there.length - 1)]?.focus();
  });
  return {
    ref: list,
    onFocus({ target }: FocusEvent) {
      held.current = indexOf(target);
    },
    onBlur({ target }: FocusEvent) {
      // An element that is taken out of the page has not been left; nor is a list by going on in it,
      // or in a menu or a dialog that is about one of its rows.
      queueMicrotask(() => {
        const now = document.activeElement;
        const isHere =
          list.current?.contains(now) === true ||
          (now !== null && now.closest('dialog, [role="menu"]') !== null);
        if (target.isConnected && !isHere) held.current = -1;
      });
    },
  };
}
