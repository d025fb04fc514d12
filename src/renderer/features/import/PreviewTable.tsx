import type { KeyboardEvent } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { includeAll } from './look-over.ts';
import { PreviewRow } from './PreviewRow.tsx';
import css from './PreviewTable.module.css';
import type { Row } from './row.ts';

export interface PreviewTableProps {
  readonly rows: readonly Row[];
  /** What was read as titles, by key. */
  readonly titles: ReadonlyMap<string, string>;
  readonly current: string | null;
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

/** Goes from title to title; the one that gets the focus becomes the current row. */
function move(event: KeyboardEvent): void {
  const row = event.currentTarget.closest('tr');
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[
    event.key
  ];
  if (next === undefined || next === null) return;
  event.preventDefault();
  next.querySelector<HTMLElement>('[data-title]')?.focus();
}

/** The files as a table; arrow keys move from title to title. */
export function PreviewTable({ rows, titles, current, onOpen, onOpenHidden }: PreviewTableProps) {
  const m = useMessages();
  const families = Map.groupBy(rows, ({ leadKey }) => leadKey);
  return (
    <table className={css.table} aria-label={m('imports.table')}>
      <thead>
        <tr>
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
      <tbody>
        {rows.map((row) => (
          <PreviewRow
            key={row.item.key}
            row={row}
            current={row.item.key === current}
            titles={titles}
            onTitleKey={move}
            onOpen={onOpen}
            onOpenHidden={onOpenHidden}
            shadows={families.get(row.item.key)?.length ?? 0}
          />
        ))}
      </tbody>
    </table>
  );
}
