import { useState } from 'react';
import type { Actor } from '../../../shared/model/actor.ts';
import { partialDateSchema, relationKinds, type Relation } from '../../../shared/model/relation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import css from './RelationForm.module.css';

const noActors: readonly Actor[] = [];
const isDate = (value: string) => value === '' || partialDateSchema.safeParse(value).success;

/** Records an office, a membership or what the actor is a part of. */
export function RelationForm({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const create = useCommand('relations.create');
  const [kind, setKind] = useState<Relation['kind']>('office');
  const [object, setObject] = useState('');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const save = async () => {
    if (!isDate(from) || !isDate(until)) return;
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
    setFrom('');
    setUntil('');
  };
  const date = (label: string, value: string, set: (value: string) => void) => (
    <Field
      label={label}
      value={value}
      size={11}
      placeholder="2026-03"
      error={isDate(value) ? undefined : m('actors.relationBadDate')}
      onChange={(event) => set(event.target.value.trim())}
    />
  );
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
      {date(m('actors.relationFrom'), from, setFrom)}
      {date(m('actors.relationUntil'), until, setUntil)}
      <Button type="submit" pending={create.pending}>
        {m('actors.relationAdd')}
      </Button>
    </form>
  );
}
