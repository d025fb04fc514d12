import { useState } from 'react';
import type { Actor, ActorKind } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { KindField } from './KindField.tsx';
import css from './ActorDialog.module.css';

export interface ActorDialogProps {
  /** The actor to change; without one a new actor is made, and its page opens. */
  readonly actor?: Actor;
  readonly onClose: () => void;
}

/** Preferred name, kind and description of an actor. */
export function ActorDialog({ actor, onClose }: ActorDialogProps) {
  const m = useMessages();
  const create = useCommand('actors.create');
  const update = useCommand('actors.update');
  const [name, setName] = useState(actor?.name ?? '');
  const [kind, setKind] = useState<ActorKind>(actor?.kind ?? 'person');
  const [description, setDescription] = useState(actor?.description ?? '');
  const save = async () => {
    const values = { kind, name: name.trim(), description: description.trim() };
    if (values.name === '') return;
    if (actor === undefined) {
      const made = await create.run(values);
      if (made === undefined) return;
      navigate({ name: 'actor', id: made.id });
    } else {
      if ((await update.run({ id: actor.id, ...values })) === undefined) return;
      showDone(m, m('actors.changed', { name: values.name }));
    }
    onClose();
  };
  return (
    <Dialog
      title={actor === undefined ? m('actors.add') : m('actors.editTitle', { name: actor.name })}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{m('actors.cancel')}</Button>
          <Button type="submit" look="primary" pending={create.pending || update.pending}>
            {m(actor === undefined ? 'actors.create' : 'actors.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <Field
          label={m(actor === undefined ? 'actors.newName' : 'actors.preferredName')}
          value={name}
          data-autofocus
          maxLength={300}
          onFocus={(event) => event.target.select()}
          {...(actor === undefined || name.trim() === actor.name
            ? {}
            : { hint: m('actors.oldNameKept', { name: actor.name }) })}
          onChange={(event) => setName(event.target.value)}
        />
        <KindField value={kind} onChange={setKind} />
        <Field
          label={m('actors.description')}
          value={description}
          maxLength={500}
          onChange={(event) => setDescription(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
