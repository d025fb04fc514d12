import { useEffect, useRef, useState } from 'react';
import {
  type Actor,
  type ActorKind,
  type ActorName,
  type NameScope,
} from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { selectActor } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { governmentNamed, likelyActors, proposedKind } from './likely.ts';
import type { TagFormProps } from './SaidForm.tsx';
import { KindField } from './KindField.tsx';
import css from './TagActor.module.css';

const wheres = ['everywhere', 'article', 'never'] as const;
const noActors: readonly Actor[] = [];

/** Makes the selected words a name: of a new actor, or one more of an actor there is. */
export function NameForm({ tagging, onDone }: TagFormProps) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const create = useCommand('actors.create');
  const update = useCommand('actors.update');
  const words = tagging.text.replace(/\s+/g, ' ').trim();
  const [name, setName] = useState(words);
  const [kind, setKind] = useState<ActorKind>(() => proposedKind(words));
  const [where, setWhere] = useState<(typeof wheres)[number]>('everywhere');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const scope: NameScope = where === 'article' ? { articleId: tagging.articleId } : where;
  const finish = (actor: Actor | undefined) => {
    if (actor === undefined) return;
    onDone();
    selectActor(actor.id);
    showDone(m, m('actors.added', { name: actor.name, count: actor.mentions }));
  };
  const addTo = async (actor: Actor) =>
    finish(await update.run({ id: actor.id, names: [...actor.names, { name: words, scope }] }));
  const createNew = async () => {
    const preferred = name.trim();
    if (preferred === '') return;
    const names: ActorName[] = [{ name: words, scope }];
    if (preferred !== words) names.unshift({ name: preferred, scope: 'everywhere' });
    finish(await create.run({ kind, name: preferred, names }));
  };
  const likely = [...governmentNamed(actors, name), ...likelyActors(actors, name)];
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        void createNew();
      }}
    >
      {likely.length > 0 && (
        <div className={css.existing}>
          <p className={css.label}>{m('actors.tagExisting', { words })}</p>
          {likely.map((actor) => (
            <button
              key={actor.id}
              type="button"
              className={css.actor}
              onClick={() => void addTo(actor)}
            >
              {actor.name}
              <span className={css.kind}>{m(`actors.kind.${actor.kind}`)}</span>
            </button>
          ))}
        </div>
      )}
      <Field
        ref={field}
        label={m('actors.newName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <KindField value={kind} onChange={setKind} />
      <label className={css.scope}>
        {m('actors.scopeOf', { words })}
        <Select
          value={where}
          options={wheres.map((value) => ({ value, label: m(`actors.scope.${value}`) }))}
          onChange={setWhere}
        />
      </label>
      <div className={css.buttons}>
        <Button look="plain" onClick={onDone}>
          {m('actors.cancel')}
        </Button>
        <Button type="submit" look="primary" pending={create.pending}>
          {m('actors.create')}
        </Button>
      </div>
    </form>
  );
}
