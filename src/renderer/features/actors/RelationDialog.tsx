import { useState } from 'react';
import type { Relation } from '../../../shared/model/relation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { isPeriod, periodOf, PeriodFields } from './PeriodFields.tsx';
import css from './ActorDialog.module.css';

interface RelationDialogProps {
  readonly relation: Relation;
  /** What the subject is: "Prime Minister", "member of". */
  readonly role: string;
  readonly onClose: () => void;
}

/** Changes the title and the dates of an office, a membership or a part. */
export function RelationDialog({ relation, role, onClose }: RelationDialogProps) {
  const m = useMessages();
  const update = useCommand('relations.update');
  const [title, setTitle] = useState(relation.title);
  const [period, setPeriod] = useState(periodOf(relation));
  const save = async () => {
    if (!isPeriod(period)) return;
    const done = await update.run({
      id: relation.id,
      title: title.trim(),
      from: period.from || null,
      until: period.until || null,
    });
    if (done === undefined) return;
    onClose();
    showDone(m, m('actors.relationChanged', { what: role }));
  };
  return (
    <Dialog
      title={m('actors.relationEdit', { what: role })}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{m('actors.cancel')}</Button>
          <Button type="submit" look="primary" pending={update.pending}>
            {m('actors.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <Field
          label={m('actors.relationTitle')}
          value={title}
          data-autofocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <PeriodFields value={period} onChange={setPeriod} />
      </div>
    </Dialog>
  );
}
