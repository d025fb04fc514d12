import { useId } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { Select } from '../../ui/Select.tsx';
import css from './NearThreshold.module.css';
import { compareFrom } from './edit-fields.ts';

const choices = [40, 50, 60, 70, 80, 90, 100];

/** From which similarity on texts are near duplicates. Changing it compares the rows anew. */
export function NearThreshold({ value }: { readonly value: number }) {
  const m = useMessages();
  const id = useId();
  const percent = Math.round(value * 100);
  const all = choices.includes(percent) ? choices : [...choices, percent].sort((a, b) => a - b);
  return (
    <span className={css.threshold}>
      <label htmlFor={id}>{m('imports.nearFrom')}</label>
      <Select
        id={id}
        value={String(percent)}
        options={all.map((choice) => ({
          value: String(choice),
          label: m('imports.percent', { percent: choice }),
        }))}
        onChange={(chosen) => void compareFrom(Number(chosen) / 100)}
      />
    </span>
  );
}
