import { useState } from 'react';
import { DateChoices } from '../../metadata/DateChoices.tsx';
import { fieldHints, fieldLabels, problem, shownValue } from '../../metadata/fields.ts';
import { LanguageSelect } from '../../metadata/LanguageSelect.tsx';
import { Words } from '../../metadata/Words.tsx';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { setField } from './edit-fields.ts';
import css from './EvidenceField.module.css';
import { choicesFor, type EditableField, type Row } from './row.ts';

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
  const label = m(fieldLabels[field]);
  const hint = fieldHints[field];
  const set = (given: string | null) => setField(item.key, field, given);
  const others = choicesFor(item, field).filter((choice) => choice.value !== value);
  return (
    <div className={css.field}>
      {field === 'language' ? (
        <>
          <span className={css.label} aria-hidden>
            {label}
          </span>
          <LanguageSelect label={label} value={value} onChange={set} />
        </>
      ) : (
        <Field
          label={label}
          value={text}
          placeholder={field === 'issued' ? m('metadata.noDate') : m('metadata.unknown')}
          lang={item.language ?? undefined}
          error={wrong === undefined ? undefined : m(wrong)}
          {...(hint === undefined ? {} : { hint: m(hint) })}
          onChange={(event) => {
            const next = event.target.value;
            setTyped(next);
            if (problem(field, next) === undefined) set(next);
          }}
          onBlur={() => {
            if (wrong === undefined) setTyped(null);
          }}
        />
      )}
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
      {others.map((choice) => (
        <div key={choice.value} className={css.other}>
          {problem(field, choice.value) !== undefined ? (
            <DateChoices
              words={choice.evidence.text}
              choices={choice.choices ?? []}
              onTake={(date) => {
                setTyped(null);
                set(date);
              }}
            />
          ) : (
            <Button
              look="link"
              onClick={() => {
                setTyped(null);
                set(choice.value);
              }}
            >
              {m('metadata.takeValue', { value: shownValue(field, choice.value) })}
            </Button>
          )}
          {choice.evidence !== evidence && <Words item={item} evidence={choice.evidence} />}
        </div>
      ))}
    </div>
  );
}
