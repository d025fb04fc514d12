import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import css from './Select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> extends Omit<
  ComponentPropsWithRef<'select'>,
  'value' | 'children' | 'onChange'
> {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of several values, as the system's own list; its name is a label around it or `aria-label`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, onChange, className, ...rest } = props;
  return (
    <select
      {...rest}
      className={classNames(css.select, className)}
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
  );
}
