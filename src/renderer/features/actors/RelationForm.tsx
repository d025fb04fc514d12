import { useState } from 'react';
import type { Actor } from '../../../shared/model/actor.ts';
import { relationKinds, type Relation } from '../../../shared/model/relation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { isPeriod, PeriodFields } from './PeriodFields.tsx';
import css from './RelationForm.module.css';

const noActors: readonly Actor[] = [];
const unknown = { from: '', until: '' };

/** Records an office, a membership or what the actor is a part of. */
export function RelationForm({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const create = useCommand('relations.create');
  const [kind, setKind] = useState<Relation['kind']>('office');
  const [object, setObject] = useState('');
  const [title, setTitle] = useState('');
  const [period, setPeriod] = useState(unknown);
  const { from, until } = period;
  const save = async () => {
    if (!isPeriod(period)) return;
    const done = await create.run({
      kind,
      subject: actorId,
      title: title.trim(),
      ...(object === '' ? {} : { object }),
      ...(from === '' ? {} : { from }),
      ...(until === '' ? {} : { until }),
    });
    if (done === undefined) return;
    setTitle('');
    setPeriod(unknown);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className={css.choice}>
        {m('actors.relationKind')}
        <Select
          value={kind}
          options={relationKinds.map((value) => ({ value, label: m(`actors.relation.${value}`) }))}
          onChange={setKind}
        />
      </label>
      <Field
        label={m('actors.relationTitle')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label className={css.choice}>
        {m('actors.relationOf')}
        <Select
          value={object}
          options={[
            { value: '', label: m('actors.relationNobody') },
            ...actors
              .filter(({ id }) => id !== actorId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setObject}
        />
      </label>
      <PeriodFields value={period} onChange={setPeriod} />
      <Button type="submit" pending={create.pending}>
        {m('actors.relationAdd')}
      </Button>
    </form>
  );
}
