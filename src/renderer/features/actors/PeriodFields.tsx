import { partialDateSchema, type Relation } from '../../../shared/model/relation.ts';
import { useMessages } from '../../messages/messages.ts';
import { Field } from '../../ui/Field.tsx';

/** From when to when, as typed: empty where it is not known. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const isDate = (value: string) => value === '' || partialDateSchema.safeParse(value).success;

export const isPeriod = ({ from, until }: Period): boolean => isDate(from) && isDate(until);

export const periodOf = ({ from, until }: Relation): Period => ({
  from: from ?? '',
  until: until ?? '',
});

interface PeriodFieldsProps {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}

/** Two fields for partial dates, which say what is wrong with them. */
export function PeriodFields({ value, onChange }: PeriodFieldsProps) {
  const m = useMessages();
  const field = (end: keyof Period, label: string) => (
    <Field
      label={label}
      value={value[end]}
      size={11}
      placeholder="2026-03"
      error={isDate(value[end]) ? undefined : m('actors.relationBadDate')}
      onChange={(event) => onChange({ ...value, [end]: event.target.value.trim() })}
    />
  );
  return (
    <>
      {field('from', m('actors.relationFrom'))}
      {field('until', m('actors.relationUntil'))}
    </>
  );
}
