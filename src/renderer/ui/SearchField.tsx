import css from './SearchField.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words a list is narrowed by, in the heading of its view; its label is its placeholder. */
export const SearchField = ({ label, value, onChange }: SearchFieldProps) => (
  <input
    className={css.field}
    type="search"
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
