import { useState, type FocusEvent, type KeyboardEvent } from 'react';

/** The row `key` goes to from row `at` of `count`, or null where the key moves nothing. */
export function rowAfter(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-roving]') : null;

/**
 * A list of rows that is one stop for Tab: arrows, Home and End go from row to row, to what a row
 * has at its beginning. Each row bears `data-roving` with its index, and `stop` on its controls.
 */
export function useRoving(count: number) {
  const [last, setActive] = useState(0);
  const active = Math.min(last, Math.max(0, count - 1));
  return {
    stop: (index: number): 0 | -1 => (index === active ? 0 : -1),
    list: {
      onFocus: (event: FocusEvent) => {
        const row = rowOf(event.target);
        if (row !== null) setActive(Number(row.dataset['roving']));
      },
      onKeyDown: (event: KeyboardEvent) => {
        const row = rowOf(event.target);
        if (row === null || event.ctrlKey || event.altKey || event.metaKey) return;
        const next = rowAfter(event.key, Number(row.dataset['roving']), count);
        if (next === null) return;
        event.preventDefault();
        row.parentElement
          ?.querySelector<HTMLElement>(`[data-roving="${next}"] :is(button, a)`)
          ?.focus();
      },
    },
  };
}
