import { useState } from 'react';
import { actorKinds, type ActorKind } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import css from './NewActorDialog.module.css';

/** An actor by hand; its page opens with the mentions that were found. */
export function NewActorDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const create = useCommand('actors.create');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ActorKind>('person');
  const save = async () => {
    if (name.trim() === '') return;
    const actor = await create.run({ kind, name });
    if (actor === undefined) return;
    onClose();
    navigate({ name: 'actor', id: actor.id });
  };
  return (
    <Dialog title={m('actors.add')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={m('actors.newName')}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.target.value)}
        />
        <SegmentedControl
          label={m('actors.kind')}
          choices={actorKinds.map((value) => ({ value, label: m(`actors.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <div className={css.buttons}>
          <Button onClick={onClose}>{m('actors.cancel')}</Button>
          <Button type="submit" look="primary" pending={create.pending}>
            {m('actors.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
