import type { KeyboardEvent } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { includeAll } from './look-over.ts';
import { PreviewRow } from './PreviewRow.tsx';
import css from './PreviewTable.module.css';
import type { Row } from './row.ts';
import { showRow } from './session.ts';

export interface PreviewTableProps {
  readonly rows: readonly Row[];
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

/** The files as a table; arrow keys move from title to title. */
export function PreviewTable({ rows, current, onOpen, onOpenHidden }: PreviewTableProps) {
  const m = useMessages();
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const index = rows.findIndex(({ item }) => item.key === current);
    const next = rows[index + step];
    if (next === undefined) return;
    event.preventDefault();
    showRow(next.item.key);
    document.querySelector<HTMLElement>(`[data-title="${CSS.escape(next.item.key)}"]`)?.focus();
  };
  const titles = new Map(rows.map(({ item }) => [item.key, item.title]));
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
