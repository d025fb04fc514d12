import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { EncodingField } from './EncodingField.tsx';
import { EvidenceField } from './EvidenceField.tsx';
import css from './EvidencePane.module.css';
import { HiddenLines } from './HiddenLines.tsx';
import { proposalsOf, type Row } from './row.ts';
import { showRow } from './session.ts';
import { Words } from './Words.tsx';

export interface EvidencePaneProps {
  readonly row: Row;
  /** All rows in their order, to step through them. */
  readonly rows: readonly Row[];
  /** Where it lies over the table: closes it. */
  readonly onClose?: (() => void) | undefined;
}

/** One file of the preview: its values to correct, the words each was read from, hidden lines. */
export function EvidencePane({ row, rows, onClose }: EvidencePaneProps) {
  const m = useMessages();
  const index = rows.indexOf(row);
  const step = (by: number) => () => {
    const next = rows[index + by];
    if (next !== undefined) showRow(next.item.key);
  };
  const origin = proposalsOf(row.item, 'origin')[0];
  const author = proposalsOf(row.item, 'author')[0];
  return (
    <aside className={css.pane} aria-label={m('imports.evidence')}>
      <header className={css.header}>
        <h2 className={css.heading}>{m('imports.evidence')}</h2>
        <IconButton
          icon={ChevronUp}
          label={m('imports.previous')}
          disabledReason={index <= 0 ? m('imports.previous') : undefined}
          onClick={step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label={m('imports.next')}
          disabledReason={index >= rows.length - 1 ? m('imports.next') : undefined}
          onClick={step(1)}
        />
        {onClose !== undefined && <IconButton icon={X} label={m('ui.close')} onClick={onClose} />}
      </header>
      <div className={css.scroll}>
        <div className={css.fields}>
          <EvidenceField row={row} field="title" />
          <EvidenceField row={row} field="container-title" />
          <EvidenceField row={row} field="issued" />
          {row.item.author.length > 0 && (
            <section className={css.field}>
              <h3 className={css.label}>{m('imports.fieldAuthor')}</h3>
              <p className={css.value}>{row.item.author.join(', ')}</p>
              {author !== undefined && <Words item={row.item} evidence={author.evidence} />}
            </section>
          )}
          {row.item.origin !== null && (
            <section className={css.field}>
              <h3 className={css.label}>{m('imports.fieldOrigin')}</h3>
              <p className={css.value}>{row.item.origin}</p>
              {origin !== undefined && <Words item={row.item} evidence={origin.evidence} />}
            </section>
          )}
          <EncodingField item={row.item} />
        </div>
        <HiddenLines row={row} />
      </div>
    </aside>
  );
}
