import { revealedLine } from '../../../shared/model/plain-line.ts';
import { Copy, Equal, GitBranch, History } from 'lucide-react';
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import type { PreviewItem } from '../../../shared/model/import.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { CellEditor, CellField } from './CellField.tsx';
import css from './PreviewRow.module.css';
import type { Row } from './row.ts';
import { editRow, showRow } from './session.ts';

export interface PreviewRowProps {
  readonly row: Row;
  /** Its place in the table, from 0. */
  readonly index: number;
  /** Told the row's element: its height depends on its words. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly current: boolean;
  /** Titles by key, to name the row another one is like. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onTitleKey: (event: KeyboardEvent) => void;
  readonly onOpen: () => void;
  /** The hidden lines should come into view. */
  readonly onOpenHidden: (key: string) => void;
  /** How many rows hang under this one. */
  readonly shadows: number;
}

function twinWords(
  m: Messages,
  { kind, articleId, title, of, similarity }: NonNullable<PreviewItem['duplicate']>,
  titles: ReadonlyMap<string, string>,
): string {
  const place = articleId === null ? 'Row' : 'Library';
  return m(`imports.${kind}${place}`, {
    of: title ?? titles.get(of) ?? of,
    percent: Math.round(similarity * 100),
  });
}

/** Words on two lines at most: a title in them may be long. */
const Shortened = ({ words }: { readonly words: string }) => (
  <span className={css.line} title={words}>
    {words}
  </span>
);

/** What the row repeats, leads or revises, under its title. */
function Relation({ row, titles, shadows }: Pick<PreviewRowProps, 'row' | 'titles' | 'shadows'>) {
  const m = useMessages();
  const { duplicate, earlier } = row.item;
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (row.revises !== null && earlier !== null) {
    return (
      <span className={css.twin} data-kind="version">
        <History {...icon} />
        <Shortened words={m('imports.versionOf', { title: earlier.title })} />
      </span>
    );
  }
  const parted = duplicate?.kind === 'near' && row.near === 'none';
  return (
    <>
      {shadows > 0 && (
        <span className={css.twin}>
          <GitBranch {...icon} />
          <Shortened words={m('imports.leadOf', { count: shadows + 1 })} />
        </span>
      )}
      {duplicate !== null && !parted && (
        <span className={css.twin} data-kind={duplicate.kind}>
          {duplicate.kind === 'identical' ? <Equal {...icon} /> : <Copy {...icon} />}
          <Shortened words={twinWords(m, duplicate, titles)} />
        </span>
      )}
    </>
  );
}

/** The title: chosen by a click or Enter, corrected in its place by F2 or a double click. */
function Title({
  row,
  current,
  onOpen,
  onTitleKey,
}: Pick<PreviewRowProps, 'row' | 'current' | 'onOpen' | 'onTitleKey'>) {
  const m = useMessages();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { item, fields } = row;
  const title = fields.title.value ?? '';
  if (editing) {
    return (
      <CellEditor
        row={row}
        field="title"
        onDone={(toCell) => {
          setEditing(false);
          if (toCell) requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={css.title}
      lang={item.language ?? undefined}
      data-title={item.key}
      title={m('imports.titleKeys')}
      aria-keyshortcuts="F2"
      tabIndex={current ? 0 : -1}
      onFocus={() => showRow(item.key)}
      onClick={onOpen}
      onDoubleClick={() => setEditing(true)}
      onKeyDown={(event) => {
        if (event.key === 'F2') setEditing(true);
        else onTitleKey(event);
      }}
    >
      {title === '' ? m('metadata.titleMissing') : title}
    </button>
  );
}

const spaceless = /^(ja|zh|ko|th)\b/;

/** One article of the preview. Drawn again only where something of it changed: there may be thousands. */
export const PreviewRow = memo(function PreviewRow(props: PreviewRowProps) {
  const { row, index, measure, current, onOpenHidden } = props;
  const m = useMessages();
  const { item, fields, include, hidden, offered } = row;
  const title = fields.title.value ?? '';
  const authors = fields.author.value;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={css.row}
      data-left-out={!include || undefined}
      aria-current={current ? 'true' : undefined}
      onClick={() => showRow(item.key)}
    >
      <td className={css.box}>
        <input
          type="checkbox"
          tabIndex={current ? 0 : -1}
          aria-label={m('imports.include', { title })}
          checked={include}
          onChange={(event) => editRow(item.key, { include: event.target.checked })}
        />
      </td>
      <td className={classNames(row.leadKey !== null && css.hangs)}>
        <Title {...props} />
        <span className={css.source}>
          {revealedLine(item.source)}
          {authors !== null && <span>{authors}</span>}
          <Relation {...props} />
        </span>
      </td>
      <td lang={item.language ?? undefined}>
        <CellField row={row} field="container-title" current={current} />
      </td>
      <td>
        <CellField row={row} field="issued" current={current} />
      </td>
      <td className={css.optional}>
        <CellField row={row} field="language" current={current} />
      </td>
      <td className={css.number}>
        {m(spaceless.test(fields.language.value ?? '') ? 'imports.characters' : 'imports.words', {
          count: item.words,
        })}
      </td>
      <td className={css.number}>
        {hidden.length + offered.length === 0 ? (
          hidden.length
        ) : (
          <button
            type="button"
            className={css.count}
            tabIndex={current ? 0 : -1}
            aria-label={m('imports.showHidden', { count: hidden.length, offered: offered.length })}
            title={m('imports.showHidden', { count: hidden.length, offered: offered.length })}
            onClick={() => {
              showRow(item.key);
              onOpenHidden(item.key);
            }}
          >
            {hidden.length}
            {offered.length > 0 && <span className={css.offered}>+{offered.length}?</span>}
          </button>
        )}
      </td>
    </tr>
  );
});
