import { useState } from 'react';
import type { Actor } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

interface ChooseActorProps {
  readonly title: string;
  /** Not offered: the actor it is about. */
  readonly except: string;
  /** What choosing `actor` does, said before it is done. */
  readonly consequence: (actor: Actor) => string;
  readonly verb: string;
  readonly onChoose: (actor: Actor) => void;
  readonly onClose: () => void;
}

const mostOffered = 12;
const noActors: readonly Actor[] = [];
const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Asks for an actor by any of its names, and says what will happen before it does. */
export function ChooseActor({
  title,
  except,
  consequence,
  verb,
  onChoose,
  onClose,
}: ChooseActorProps) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const [value, setValue] = useState('');
  const [chosen, setChosen] = useState<Actor | null>(null);
  const wanted = folded(value.trim());
  const options = actors
    .filter(
      ({ id, names }) => id !== except && names.some(({ name }) => folded(name).includes(wanted)),
    )
    .slice(0, mostOffered)
    .map(({ id, name, kind }) => ({ id, label: name, detail: m(`actors.kind.${kind}`) }));
  const choose = () => {
    if (chosen !== null) onChoose(chosen);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={choose}
      actions={
        <>
          <Button onClick={onClose}>{m('actors.cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            disabledReason={chosen === null ? m('actors.chooseActor') : undefined}
          >
            {verb}
          </Button>
        </>
      }
    >
      <Combobox
        label={m('actors.chooseActor')}
        value={value}
        onValue={(next) => {
          setValue(next);
          setChosen(null);
        }}
        options={options}
        onChoose={({ id, label }) => {
          setValue(label);
          setChosen(actors.find((actor) => actor.id === id) ?? null);
        }}
        first
        strict
      />
      {chosen !== null && <p role="status">{consequence(chosen)}</p>}
    </Dialog>
  );
}
