import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { movedRow } from './moved-row.ts';
import { useRangeWith } from './use-range-with.ts';
import css from './VirtualList.module.css';

export interface RowProps {
  /** On the one focusable element of the row. */
  readonly tabIndex: 0 | -1;
  readonly 'data-row': number;
}

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** All there are, where `count` is only what has been fetched. */
  readonly total?: number | undefined;
  /** CSS px; the same for every row. */
  readonly rowHeight: number;
  /** The row that Tab reaches: it is there also when it is out of sight. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly renderRow: (index: number, props: RowProps) => ReactNode;
  readonly keyOf: (index: number) => string;
  /** The last rows come into view: the moment to ask for more. */
  readonly onNearEnd?: () => void;
  /** A list box: rows are options, of which several can be chosen. */
  readonly choosing?: boolean;
  /** Keys of a row before the list takes them; `preventDefault` keeps one from it. */
  readonly onRowClick?: (event: MouseEvent, index: number) => void;
  readonly onRowKey?: (event: KeyboardEvent, index: number, target: number | null) => void;
}

const nearEnd = 20;

/** Moves the focus to a row that is in sight or that Tab reaches. */
export const focusRow = (index: number): void =>
  document.querySelector<HTMLElement>(`li > [data-row="${String(index)}"]`)?.focus();

/** A list of any length: only what is in sight is built, arrows move the focus from row to row. */
export function VirtualList({
  label,
  count,
  total = count,
  rowHeight,
  active,
  onActive,
  renderRow,
  keyOf,
  onNearEnd,
  choosing = false,
  onRowClick,
  onRowKey,
}: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 8,
    rangeExtractor: useRangeWith(active, count),
  });
  const rows = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (last >= count - nearEnd) onNearEnd?.();
  }, [last, count, onNearEnd]);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (element === null || element === undefined) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  const go = (event: KeyboardEvent, next: number) => {
    event.preventDefault();
    wanted.current = next;
    onActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const press = (event: KeyboardEvent) => {
    const index = Number((event.target as HTMLElement).dataset['row'] ?? Number.NaN);
    if (Number.isNaN(index)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = movedRow(event.key, index, page, count);
    onRowKey?.(event, index, target);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target !== null) go(event, target);
  };
  const click = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-row]');
    if (row !== null) onRowClick?.(event, Number(row.dataset['row']));
  };
  return (
    <div
      ref={scroller}
      className={css.scroller}
      onClick={click}
      onKeyDown={press}
      role="presentation"
    >
      <ul
        aria-label={label}
        role={choosing ? 'listbox' : undefined}
        aria-multiselectable={choosing || undefined}
        className={css.list}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map(({ index, key, start }) => (
          <li
            key={key}
            role={choosing ? 'presentation' : undefined}
            aria-setsize={choosing ? undefined : total}
            aria-posinset={choosing ? undefined : index + 1}
            className={css.row}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
          >
            {renderRow(index, { tabIndex: index === active ? 0 : -1, 'data-row': index })}
          </li>
        ))}
      </ul>
    </div>
  );
}
