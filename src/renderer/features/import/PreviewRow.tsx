import { Copy, Equal } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { PreviewItem } from '../../../shared/model/import.ts';
import { formatIssued, languageName } from '../../messages/dates.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './PreviewRow.module.css';
import type { FieldValue, Row } from './row.ts';
import { editRow, showRow } from './session.ts';

export interface PreviewRowProps {
  readonly row: Row;
  readonly current: boolean;
  /** Titles by key, to name the row another one is like. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onTitleKey: (event: KeyboardEvent) => void;
  readonly onOpen: () => void;
}

function Value({ field, shown }: { field: FieldValue; shown: (value: string) => string }) {
  const m = useMessages();
  if (field.value !== null && field.value !== '') return shown(field.value);
  if (field.proposed === null) return null;
  return (
    <>
      {shown(field.proposed)}
      <span className={css.doubt} title={m('imports.uncertain')}>
        ?<span className="visually-hidden">{m('imports.uncertain')}</span>
      </span>
    </>
  );
}

function twinWords(
  m: Messages,
  { kind, articleId, of, similarity }: NonNullable<PreviewItem['duplicate']>,
  titles: ReadonlyMap<string, string>,
): string {
  const percent = Math.round(similarity * 100);
  if (articleId !== null) {
    return m(kind === 'identical' ? 'imports.identicalLibrary' : 'imports.nearLibrary', {
      percent,
    });
  }
  const other = `“${titles.get(of) ?? of}”`;
  return m(kind === 'identical' ? 'imports.identicalRow' : 'imports.nearRow', {
    of: other,
    percent,
  });
}

const spaceless = /^(ja|zh|ko|th)\b/;

export function PreviewRow({ row, current, titles, onTitleKey, onOpen }: PreviewRowProps) {
  const m = useMessages();
  const { item, fields, include, hidden } = row;
  const title = fields.title.value ?? '';
  const { duplicate } = item;
  return (
    <tr
      className={css.row}
      data-left-out={!include || undefined}
      aria-current={current ? 'true' : undefined}
      onClick={() => showRow(item.key)}
    >
      <td className={css.box}>
        <input
          type="checkbox"
          aria-label={m('imports.include', { title })}
          checked={include}
          onChange={(event) => editRow(item.key, { include: event.target.checked })}
        />
      </td>
      <td className={classNames(row.leadKey !== null && css.hangs)}>
        <button
          type="button"
          className={css.title}
          lang={item.language ?? undefined}
          data-title={item.key}
          tabIndex={current ? 0 : -1}
          onFocus={() => showRow(item.key)}
          onClick={onOpen}
          onKeyDown={onTitleKey}
        >
          {title === '' ? m('imports.titleMissing') : title}
        </button>
        <span className={css.source}>
          {item.source}
          {duplicate !== null && (
            <span className={css.twin} data-kind={duplicate.kind}>
              {duplicate.kind === 'identical' ? (
                <Equal size={14} strokeWidth={1.75} aria-hidden />
              ) : (
                <Copy size={14} strokeWidth={1.75} aria-hidden />
              )}
              {twinWords(m, duplicate, titles)}
            </span>
          )}
        </span>
      </td>
      <td lang={item.language ?? undefined}>
        <Value field={fields['container-title']} shown={(value) => value} />
      </td>
      <td className={css.date}>
        {fields.issued.value === null && fields.issued.proposed === null ? (
          m('imports.noDate')
        ) : (
          <Value field={fields.issued} shown={(value) => formatIssued(value)} />
        )}
      </td>
      <td className={css.optional}>
        {item.language === null ? m('imports.unknown') : languageName(item.language)}
      </td>
      <td className={css.number}>
        {m(spaceless.test(item.language ?? '') ? 'imports.characters' : 'imports.words', {
          count: item.words,
        })}
      </td>
      <td className={css.number}>{hidden.length}</td>
    </tr>
  );
}
