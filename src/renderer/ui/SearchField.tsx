import type { ComponentProps } from 'react';
import css from './SearchField.module.css';

export interface SearchFieldProps extends Pick<
  ComponentProps<'input'>,
  'ref' | 'title' | 'onKeyDown'
> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes the room that is there. */
  readonly wide?: boolean;
}

/** Words a list is narrowed by; the label is the placeholder. */
export const SearchField = ({
  label,
  value,
  onChange,
  wide = false,
  ...input
}: SearchFieldProps) => (
  <input
    {...input}
    className={css.field}
    data-wide={wide || undefined}
    type="search"
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
