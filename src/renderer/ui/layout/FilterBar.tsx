import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import css from './FilterBar.module.css';

export interface FilterBarProps {
  readonly label: string;
  /** The words of the button that takes all filters away, and what it does; null where none is set. */
  readonly clear: { readonly label: string; readonly run: () => void } | null;
  readonly children: ReactNode;
}

/** What a view is narrowed by, in one row under its heading. */
export function FilterBar({ label, clear, children }: FilterBarProps) {
  return (
    <div className={css.filters} role="group" aria-label={label}>
      {children}
      {clear !== null && (
        <Button look="link" onClick={clear.run}>
          {clear.label}
        </Button>
      )}
    </div>
  );
}

export interface DateFilterProps {
  readonly label: string;
  /** `YYYY-MM-DD`; undefined narrows nothing. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A day from or until which things are shown. */
export const DateFilter = ({ label, value, onChange }: DateFilterProps) => (
  <label className={css.date}>
    {label}
    <input
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  </label>
);
