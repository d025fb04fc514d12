import { useId, type ComponentPropsWithRef } from 'react';
import css from './Field.module.css';

export interface FieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value and how to mend it. */
  readonly error?: string | undefined;
  /** The label is only heard. */
  readonly quiet?: boolean;
}

export function Field({ label, hint, error, quiet = false, ...rest }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={css.field}>
      <label className={quiet ? 'visually-hidden' : css.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className={css.input}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? css.hint : css.error}>
          {note}
        </p>
      )}
    </div>
  );
}
