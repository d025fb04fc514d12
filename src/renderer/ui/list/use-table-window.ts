import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useRangeWith } from './use-range-with.ts';

export interface TableWindowOptions {
  readonly count: number;
  /** The row that Tab reaches: it is there also when it is out of sight. */
  readonly active: number;
  /** CSS px of a row before it is measured. */
  readonly rowHeight: number;
  readonly keyOf: (index: number) => string;
  /** What the table scrolls in, together with what stands around it. */
  readonly scroller: HTMLElement | null;
  /** The table's body. */
  readonly body: RefObject<HTMLElement | null>;
  /** What of a row gets the focus. */
  readonly focusOf: (row: HTMLElement) => HTMLElement | null;
}

/** A row to be built, or the room (CSS px) that rows out of sight take up. */
export type TablePiece =
  { readonly index: number } | { readonly space: number; readonly key: string };

/** How far below the top of what it scrolls in an element stands. */
function offsetIn(scroller: HTMLElement, element: HTMLElement): number {
  const distance = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return distance + scroller.scrollTop;
}

/**
 * The rows of a long table that are in sight, in a real `table`: rows are as high as their words
 * need, carry `data-index`, and are measured by `measure`. The active row comes into sight when it
 * becomes another; `goTo` gives a row the focus.
 */
export function useTableWindow(options: TableWindowOptions) {
  const { count, active, rowHeight, keyOf, scroller, body, focusOf } = options;
  const [margin, setMargin] = useState(0);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    const place = () => {
      if (body.current !== null) setMargin(Math.round(offsetIn(scroller, body.current)));
    };
    place();
    // What stands above the table may grow and shrink.
    const observer = new ResizeObserver(place);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [scroller, body]);
  const rangeExtractor = useRangeWith(active, count);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    scrollMargin: margin,
    overscan: 8,
    rangeExtractor,
  });
  useEffect(() => {
    const index = wanted.current;
    if (index === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"]`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    focusOf(row)?.focus({ preventScroll: true });
  });
  const shown = useRef(active);
  useEffect(() => {
    if (shown.current === active) return;
    shown.current = active;
    virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [active, virtualizer]);
  const pieces: TablePiece[] = [];
  let end = margin;
  for (const item of virtualizer.getVirtualItems()) {
    if (item.start > end) pieces.push({ space: item.start - end, key: `before ${item.index}` });
    pieces.push({ index: item.index });
    end = item.end;
  }
  const rest = margin + virtualizer.getTotalSize() - end;
  if (rest > 0) pieces.push({ space: rest, key: 'rest' });
  return {
    pieces,
    measure: virtualizer.measureElement,
    goTo: (index: number): void => {
      const row = body.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"]`);
      virtualizer.scrollToIndex(index, { align: 'auto' });
      if (row === null || row === undefined) wanted.current = index;
      else focusOf(row)?.focus({ preventScroll: true });
    },
  };
}
