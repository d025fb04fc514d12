import { useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { movedRow } from '../../ui/list/moved-row.ts';
import { useTableWindow } from '../../ui/list/use-table-window.ts';
import { includeAll } from './look-over.ts';
import { PreviewRow } from './PreviewRow.tsx';
import css from './PreviewTable.module.css';
import type { Row } from './row.ts';

export interface PreviewTableProps {
  readonly rows: readonly Row[];
  /** Titles by key, to name the row another one is like. */
  readonly titles: ReadonlyMap<string, string>;
  readonly current: string | null;
  /** What the table scrolls in. */
  readonly scroller: HTMLElement | null;
  /** A title was chosen: its evidence should come into view. */
  readonly onOpen: () => void;
  readonly onOpenHidden: (key: string) => void;
}

function AllBox({ rows }: { readonly rows: readonly Row[] }) {
  const m = useMessages();
  const chosen = rows.filter(({ include }) => include).length;
  return (
    <input
      type="checkbox"
      aria-label={m('imports.includeAll')}
      checked={chosen === rows.length}
      ref={(box) => {
        if (box !== null) box.indeterminate = chosen > 0 && chosen < rows.length;
      }}
      onChange={(event) =>
        includeAll(
          rows.map(({ item }) => item.key),
          event.target.checked,
        )
      }
    />
  );
}

/** CSS px of a row whose words are on one line each. */
const usualHeight = 73;
/** Rows that PageUp and PageDown pass over. */
const page = 8;

/** The files as a table of any length; keys move from title to title. */
export function PreviewTable({
  rows,
  titles,
  current,
  scroller,
  onOpen,
  onOpenHidden,
}: PreviewTableProps) {
  const m = useMessages();
  const body = useRef<HTMLTableSectionElement>(null);
  const taken = rows.filter(({ include }) => include);
  const families = Map.groupBy(taken, ({ leadKey }) => leadKey);
  const active = Math.max(
    0,
    rows.findIndex(({ item }) => item.key === current),
  );
  const { pieces, measure, goTo } = useTableWindow({
    count: rows.length,
    active,
    rowHeight: usualHeight,
    keyOf: (index) => rows[index]?.item.key ?? String(index),
    scroller,
    body,
    focusOf: (row) => row.querySelector<HTMLElement>('[data-title]'),
  });
  const move = (event: KeyboardEvent) => {
    const index = Number(event.currentTarget.closest('tr')?.dataset['index']);
    const target = movedRow(event.key, index, page, rows.length);
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(target);
  };
  return (
    <table className={css.table} aria-label={m('imports.table')} aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={css.box}>
            <AllBox rows={rows} />
          </th>
          <th scope="col">{m('imports.columnTitle')}</th>
          <th scope="col" className={css.outlet}>
            {m('imports.columnOutlet')}
          </th>
          <th scope="col" className={css.published}>
            {m('imports.columnPublished')}
          </th>
          <th scope="col" className={css.language}>
            {m('imports.columnLanguage')}
          </th>
          <th scope="col" className={css.number}>
            {m('imports.columnWords')}
          </th>
          <th scope="col" className={css.number}>
            {m('imports.columnHidden')}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {pieces.map((piece) => {
          if ('space' in piece) {
            return <tr key={piece.key} aria-hidden="true" style={{ height: piece.space }} />;
          }
          const row = rows[piece.index];
          if (row === undefined) return null;
          return (
            <PreviewRow
              key={row.item.key}
              row={row}
              index={piece.index}
              measure={measure}
              current={row.item.key === current}
              titles={titles}
              onTitleKey={move}
              onOpen={onOpen}
              onOpenHidden={onOpenHidden}
              shadows={families.get(row.item.key)?.length ?? 0}
            />
          );
        })}
      </tbody>
    </table>
  );
}
