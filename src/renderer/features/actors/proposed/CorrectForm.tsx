import { useEffect, useRef, useState } from 'react';
import type { Actor } from '../../../../shared/model/actor.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { governmentNamed, likelyActors } from '../likely.ts';
import type { Draft } from './drafts.ts';
import { KindField } from '../KindField.tsx';
import css from './ProposedView.module.css';

const noActors: readonly Actor[] = [];

interface CorrectFormProps {
  readonly draft: Draft;
  readonly spellings: readonly string[];
  readonly onSave: (draft: Draft) => void;
  readonly onCancel: () => void;
}

/** Name, kind and spellings of a proposal, or the actor it is another name of. Escape is the list's. */
export function CorrectForm({ draft, spellings, onSave, onCancel }: CorrectFormProps) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const likely = [
    ...governmentNamed(actors, draft.name),
    ...likelyActors(actors, draft.names.join(' ')),
  ];
  const [name, setName] = useState(draft.name);
  const [kind, setKind] = useState(draft.kind);
  const [into, setInto] = useState(draft.into);
  const [names, setNames] = useState(draft.names);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave({ name: name.trim(), kind, into, names });
      }}
    >
      <Field
        ref={field}
        label={m('proposed.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <KindField value={kind} onChange={setKind} />
      {likely.length > 0 && (
        <label className={css.line}>
          {m('proposed.another')}
          <Select
            value={into ?? ''}
            options={[
              { value: '', label: m('proposed.itself') },
              ...likely.map(({ id, name: other }) => ({
                value: id,
                label: m('proposed.anotherNameOf', { name: other }),
              })),
            ]}
            onChange={(id) => setInto(id || null)}
          />
        </label>
      )}
      <fieldset className={css.spellings}>
        <legend>{m('proposed.spellings')}</legend>
        {spellings.map((spelling) => (
          <label key={spelling} className={css.line}>
            <input
              type="checkbox"
              checked={names.includes(spelling)}
              onChange={(event) =>
                setNames(
                  event.target.checked
                    ? [...names, spelling]
                    : names.filter((other) => other !== spelling),
                )
              }
            />
            {spelling}
          </label>
        ))}
      </fieldset>
      <div className={css.buttons}>
        <Button look="plain" onClick={onCancel}>
          {m('proposed.cancel')}
        </Button>
        <Button type="submit" look="outlined">
          {m('proposed.saveCorrection')}
        </Button>
      </div>
    </form>
  );
}
