import type { Article } from '../../../../shared/model/article.ts';
import type { Proposal } from '../../../../shared/model/import.ts';
import { useMessages } from '../../../messages/messages.ts';
import { DateChoices } from '../../../metadata/DateChoices.tsx';
import {
  authorText,
  fieldHints,
  fieldLabels,
  problem,
  shownValue,
  type FieldName,
} from '../../../metadata/fields.ts';
import { LanguageSelect } from '../../../metadata/LanguageSelect.tsx';
import { Words } from '../../../metadata/Words.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import css from './DetailsDialog.module.css';

/** What may be put into a field: several authors are one value. */
function offersOf(field: FieldName, proposals: readonly Proposal[]): readonly Proposal[] {
  const [first] = proposals;
  if (field !== 'author' || first === undefined) return proposals;
  return [{ ...first, value: authorText(proposals.map(({ value }) => value)) }];
}

export interface DetailsFieldProps {
  readonly field: FieldName;
  readonly article: Article;
  readonly text: string;
  readonly proposals: readonly Proposal[];
  readonly onChange: (text: string) => void;
}

/** One field of an article's details with what its words say of it. */
export function DetailsField({ field, article, text, proposals, onChange }: DetailsFieldProps) {
  const m = useMessages();
  const label = m(fieldLabels[field]);
  const hint = fieldHints[field];
  const wrong = problem(field, text);
  const isDate = field === 'issued' || field === 'accessed';
  return (
    <div className={css.field}>
      {field === 'language' ? (
        <>
          <span className={css.label} aria-hidden>
            {label}
          </span>
          <LanguageSelect
            label={label}
            value={text === '' ? null : text}
            onChange={(value) => onChange(value ?? '')}
          />
        </>
      ) : (
        <Field
          label={label}
          value={text}
          placeholder={m(isDate ? 'metadata.noDate' : 'metadata.unknown')}
          lang={field === 'title' ? (article.language ?? undefined) : undefined}
          error={wrong === undefined ? undefined : m(wrong)}
          {...(hint === undefined ? {} : { hint: m(hint) })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {offersOf(field, proposals)
        // A date that is one of its choices has answered the question.
        .filter(
          ({ value, choices = [] }) => value !== text && choices.every((one) => one.value !== text),
        )
        .map(({ value, evidence, choices }) => (
          <div key={value} className={css.offer}>
            {choices === undefined ? (
              <Button look="link" onClick={() => onChange(value)}>
                {m('metadata.takeValue', { value: shownValue(field, value) })}
              </Button>
            ) : (
              <DateChoices words={evidence.text} choices={choices} onTake={onChange} />
            )}
            <Words item={article} evidence={evidence} />
          </div>
        ))}
    </div>
  );
}
