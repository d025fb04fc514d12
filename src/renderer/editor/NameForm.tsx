import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import css from './name-form.module.css';

export interface NameFormProps {
  readonly label: string;
  readonly action: string;
  readonly value?: string;
  readonly onName: (name: string) => Promise<void>;
}

/** A name and the button that gives it; empty again when it was given. */
export function NameForm({ label, action, value = '', onName }: NameFormProps) {
  const [name, setName] = useState(value);
  return (
    <form
      className={css.nameForm}
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        if (given === '') return;
        setName('');
        void onName(given);
      }}
    >
      <Field
        label={label}
        value={name}
        maxLength={200}
        required
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
