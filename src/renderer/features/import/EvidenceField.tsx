import { useState } from 'react';
import { isoDate } from '../../../shared/model/article.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './EvidenceField.module.css';
import { proposalsOf, type EditableField, type Row } from './row.ts';
import { editRow } from './session.ts';
import { Words } from './Words.tsx';

const labels: Readonly<Record<EditableField, MessageKey>> = {
  title: 'imports.fieldTitle',
  'container-title': 'imports.fieldOutlet',
  issued: 'imports.fieldIssued',
};

/** What is wrong with a typed value, or undefined. */
function problem(field: EditableField, text: string): MessageKey | undefined {
  if (field === 'title' && text.trim() === '') return 'imports.titleMissing';
  if (field === 'issued' && text.trim() !== '' && !isoDate.safeParse(text.trim()).success) {
    return 'imports.dateWrong';
  }
  return undefined;
}

/** One value of a row: correct it, take a proposal, and see the words it was read from. */
export function EvidenceField({
  row,
  field,
}: {
  readonly row: Row;
  readonly field: EditableField;
}) {
  const m = useMessages();
  const { item, fields } = row;
  const { value, evidence, corrected } = fields[field];
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value ?? '';
  const wrong = problem(field, text);
  const label = m(labels[field]);
  const set = (given: string | null) =>
    editRow(item.key, { fields: { [field]: given?.trim() === '' ? null : given } });
  const others = proposalsOf(item, field).filter((proposal) => proposal.value !== value);
  return (
    <div className={css.field}>
      <Field
        label={label}
        value={text}
        placeholder={field === 'issued' ? m('imports.noDate') : m('imports.unknown')}
        lang={item.language ?? undefined}
        className={css.input}
        error={wrong === undefined ? undefined : m(wrong)}
        {...(field === 'issued' ? { hint: m('imports.dateHint') } : {})}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          if (problem(field, next) === undefined) set(next);
        }}
        onBlur={() => {
          if (wrong === undefined) setTyped(null);
        }}
      />
      {corrected ? (
        <p className={css.note}>{m('imports.corrected')}</p>
      ) : (
        evidence !== null && <Words item={item} evidence={evidence} />
      )}
      {!corrected && evidence === null && (
        <p className={css.note}>
          {field === 'title' && item.titleProposed
            ? m('imports.titleFromText')
            : m('imports.noEvidence')}
        </p>
      )}
      {others.map((proposal) => (
        <div key={proposal.value} className={css.other}>
          {problem(field, proposal.value) !== undefined ? (
            <p className={css.partial}>
              {m('imports.yearUnknown', { value: formatIssued(proposal.value) })}
            </p>
          ) : (
            <Button
              look="link"
              onClick={() => {
                setTyped(null);
                set(proposal.value);
              }}
            >
              {m('imports.takeValue', {
                value: field === 'issued' ? formatIssued(proposal.value) : proposal.value,
              })}
            </Button>
          )}
          {proposal.evidence !== evidence && <Words item={item} evidence={proposal.evidence} />}
        </div>
      ))}
    </div>
  );
}
