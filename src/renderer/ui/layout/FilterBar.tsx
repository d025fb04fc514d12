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

type End = 'from' | 'until';

export interface DateRangeFilterProps {
  readonly labels: Readonly<Record<End, string>>;
  /** `YYYY-MM-DD`; an end that is undefined narrows nothing. */
  readonly range: { readonly [end in End]?: string | undefined };
  readonly onChange: (end: End, day: string | undefined) => void;
}

/** The days from and until which things are shown. */
export const DateRangeFilter = ({ labels, range, onChange }: DateRangeFilterProps) => (
  <div className={css.dates}>
    {(['from', 'until'] as const).map((end) => (
      <label key={end} className={css.date}>
        {labels[end]}
        <input
          type="date"
          value={range[end] ?? ''}
          data-unset={range[end] === undefined || undefined}
          onChange={(event) => onChange(end, event.target.value || undefined)}
        />
      </label>
    ))}
  </div>
);
