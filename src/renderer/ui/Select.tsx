import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import css from './Select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> extends Omit<
  ComponentPropsWithRef<'select'>,
  'value' | 'children' | 'className' | 'onChange'
> {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of several values, as the system's own list; its name is a label around it or `aria-label`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, onChange, ...rest } = props;
  return (
    <span className={css.frame}>
      <select
        {...rest}
        className={css.select}
        onChange={(event) => {
          const chosen = options.find(({ value }) => value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown className={css.arrow} size={14} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
