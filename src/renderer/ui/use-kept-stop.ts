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
  useEffect(() => {
    if (held.current < 0 || document.activeElement !== document.body) return;
    const there = all();
    there[Math.min(held.current, there.length - 1)]?.focus();
  });
  return {
    ref: list,
    onFocus({ target }: FocusEvent) {
      held.current = all().findIndex((stop) => stop === target);
    },
    onBlur({ target }: FocusEvent) {
      // An element that is taken out of the page has not been left.
      queueMicrotask(() => {
        if (target.isConnected) held.current = -1;
      });
    },
  };
}
