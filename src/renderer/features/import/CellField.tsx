import { useRef, useState, type KeyboardEvent } from 'react';
import { fieldLabels, problem, shownValue } from '../../metadata/fields.ts';
import { LanguageSelect } from '../../metadata/LanguageSelect.tsx';
import { useMessages } from '../../messages/messages.ts';
import css from './CellField.module.css';
import { setField } from './edit-fields.ts';
import type { EditableField, FieldValue, Row } from './row.ts';

/** A date of which more than the year is not said: a mere day, a weekday. */
const unstated = /^XXXX-XX/;

/** A value in a table cell: known, proposed with a question mark, or said to be unknown. */
function Value({ field, of }: { readonly field: EditableField; readonly of: FieldValue }) {
  const m = useMessages();
  if (of.value !== null && of.value !== '') return shownValue(field, of.value);
  if (of.proposed === null) {
    return (
      <span className={css.unknown}>
        {m(field === 'issued' ? 'metadata.noDate' : 'metadata.unknown')}
      </span>
    );
  }
  return (
    <>
      {of.proposed.includes('X') && field === 'issued' && (
        <span className={css.unknown}>{m('metadata.noDate')} </span>
      )}
      {unstated.test(of.proposed) ? of.evidence?.text : shownValue(field, of.proposed)}
      <span className={css.doubt} title={m('imports.uncertain')}>
        ?<span className="visually-hidden">{m('imports.uncertain')}</span>
      </span>
    </>
  );
}

interface EditorProps {
  readonly row: Row;
  readonly field: EditableField;
  /** Ends the editing; the focus goes back to the cell where that was asked for. */
  readonly onDone: (toCell: boolean) => void;
}

/**
 * The value as a field in its place: Enter keeps it, Escape does not, and nothing wrong is kept. It
 * begins with a proposed value, which Enter takes and leaving the field does not.
 */
export function CellEditor({ row, field, onDone }: EditorProps) {
  const m = useMessages();
  const { item, fields } = row;
  const { value, proposed } = fields[field];
  const offer = proposed !== null && problem(field, proposed) === undefined ? proposed : '';
  const begun = value ?? offer;
  const [text, setText] = useState(begun);
  const escaped = useRef(false);
  const wrong = problem(field, text);
  const label = m(fieldLabels[field]);
  const keep = (unless: string) => {
    if (!escaped.current && wrong === undefined && text !== unless) {
      setField(item.key, field, text);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && wrong === undefined) {
      keep(value ?? '');
      onDone(true);
    } else if (event.key === 'Escape') {
      escaped.current = true;
      onDone(true);
    }
  };
  if (field === 'language') {
    return (
      <LanguageSelect
        label={label}
        value={fields.language.value}
        focused
        onBlur={() => onDone(false)}
        onChange={(value) => {
          setField(item.key, 'language', value);
          onDone(true);
        }}
      />
    );
  }
  return (
    <>
      <input
        className={css.input}
        aria-label={label}
        aria-invalid={wrong === undefined ? undefined : true}
        aria-describedby={wrong === undefined ? undefined : `${item.key}-wrong`}
        lang={item.language ?? undefined}
        value={text}
        ref={(element) => element?.focus()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => {
          keep(begun);
          onDone(false);
        }}
      />
      {wrong !== undefined && (
        <p id={`${item.key}-wrong`} className={css.wrong} role="alert">
          {m(wrong)}
        </p>
      )}
    </>
  );
}

interface CellFieldProps {
  readonly row: Row;
  readonly field: EditableField;
  readonly current: boolean;
}

/** A cell whose value is corrected where it stands. */
export function CellField({ row, field, current }: CellFieldProps) {
  const m = useMessages();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (editing) {
    return (
      <CellEditor
        row={row}
        field={field}
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
      className={css.cell}
      tabIndex={current ? 0 : -1}
      title={m('imports.correct', { field: m(fieldLabels[field]) })}
      onClick={() => setEditing(true)}
    >
      <span className="visually-hidden">{m(fieldLabels[field])} </span>
      <Value field={field} of={row.fields[field]} />
    </button>
  );
}
