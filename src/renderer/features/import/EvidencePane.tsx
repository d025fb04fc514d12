import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { EncodingField } from './EncodingField.tsx';
import { EvidenceField } from './EvidenceField.tsx';
import css from './EvidencePane.module.css';
import { HiddenLines } from './HiddenLines.tsx';
import { Likeness } from './Likeness.tsx';
import { PlacingFields } from './PlacingFields.tsx';
import { TakeAll } from './TakeAll.tsx';
import { waitingIn } from './proposed.ts';
import { editableFields, proposalsOf, type Row } from './row.ts';
import { showRow } from './session.ts';
import { Words } from '../../metadata/Words.tsx';

export interface EvidencePaneProps {
  readonly row: Row;
  /** All rows in their order, to step through them. */
  readonly rows: readonly Row[];
  /** Titles by key, to name the row another one is like. */
  readonly titles: ReadonlyMap<string, string>;
  /** Where it lies over the table, and has the focus until Escape: closes it. */
  readonly onClose?: (() => void) | undefined;
  /** Set: the hidden lines were asked for, and come into sight. */
  readonly toHidden: boolean;
}

/** One file of the preview: its values to correct, the words each was read from, hidden lines. */
export function EvidencePane({ row, rows, titles, onClose, toHidden }: EvidencePaneProps) {
  const m = useMessages();
  const pane = useRef<HTMLElement>(null);
  const hiddenLines = useRef<HTMLDivElement>(null);
  const index = rows.indexOf(row);
  const step = (by: number) => () => {
    const next = rows[index + by];
    if (next !== undefined) showRow(next.item.key);
  };
  useEffect(() => {
    if (!toHidden) return;
    hiddenLines.current?.scrollIntoView({ block: 'start' });
    hiddenLines.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  }, [toHidden]);
  const overTable = onClose !== undefined;
  useEffect(() => {
    if (overTable) pane.current?.focus();
  }, [overTable]);
  useEffect(() => {
    const element = pane.current;
    if (onClose === undefined || element === null) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    element.addEventListener('keydown', close);
    return () => element.removeEventListener('keydown', close);
  }, [onClose]);
  const origin = proposalsOf(row.item, 'origin')[0];
  const waiting = waitingIn([row]);
  return (
    <aside ref={pane} className={css.pane} aria-label={m('imports.evidence')} tabIndex={-1}>
      <PaneHeader title={m('imports.evidence')}>
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
      </PaneHeader>
      <div key={row.item.key} className={css.scroll}>
        <div className={css.fields}>
          {waiting.length > 1 && <TakeAll waiting={waiting} />}
          <Likeness row={row} titles={titles} />
          {editableFields.map((field) => (
            <EvidenceField key={field} row={row} field={field} />
          ))}
          {row.item.origin !== null && (
            <section className={css.field}>
              <h3 className={css.label}>{m('imports.fieldOrigin')}</h3>
              <p className={css.value}>{row.item.origin}</p>
              {origin !== undefined && <Words item={row.item} evidence={origin.evidence} />}
            </section>
          )}
          <PlacingFields item={row.item} />
          <EncodingField item={row.item} />
        </div>
        <div ref={hiddenLines}>
          <HiddenLines row={row} />
        </div>
      </div>
    </aside>
  );
}
