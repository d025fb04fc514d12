import { useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox, type ComboboxOption } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './ActorDialog.module.css';

interface ChooseOneProps {
  readonly title: string;
  /** What is to be chosen, above the field. */
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** What the words typed may mean, best first. */
  readonly options: readonly ComboboxOption[];
  /** What choosing it does, said before it is done. */
  readonly consequence: (option: ComboboxOption) => string;
  readonly verb: string;
  readonly onChoose: (option: ComboboxOption) => void;
  readonly onClose: () => void;
}

/** Asks for one thing by its name, and says what will happen before it does. */
export function ChooseOne({
  title,
  label,
  typed,
  onTyped,
  options,
  consequence,
  verb,
  onChoose,
  onClose,
}: ChooseOneProps) {
  const m = useMessages();
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (chosen !== null) onChoose(chosen);
      }}
      actions={
        <>
          <Button onClick={onClose}>{m('actors.cancel')}</Button>
          <Button type="submit" look="primary" disabledReason={chosen === null ? label : undefined}>
            {verb}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <Combobox
          label={label}
          value={typed}
          onValue={(next) => {
            onTyped(next);
            setChosen(null);
          }}
          options={options}
          onChoose={(option) => {
            onTyped(option.label);
            setChosen(option);
          }}
          first
          strict
        />
        {chosen !== null && <p role="status">{consequence(chosen)}</p>}
      </div>
    </Dialog>
  );
}
