import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  actorKinds,
  type Actor,
  type ActorKind,
  type ActorName,
  type NameScope,
} from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { selectActor, tagActor, useSelection, type Tagging } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { likelyActors, proposedKind } from './likely.ts';
import css from './TagActor.module.css';

/** Asks whose name the selected words are, at the words. */
export function TagActor() {
  const tagging = useSelection((state) => state.tagging);
  return tagging === null ? null : (
    <TagActorForm key={`${tagging.articleId} ${tagging.start} ${tagging.end}`} tagging={tagging} />
  );
}

const close = () => tagActor(null);

type Where = 'everywhere' | 'article' | 'never';
const noActors: readonly Actor[] = [];

function TagActorForm({ tagging }: { readonly tagging: Tagging }) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const create = useCommand('actors.create');
  const update = useCommand('actors.update');
  const words = tagging.text.replace(/\s+/g, ' ').trim();
  const [name, setName] = useState(words);
  const [kind, setKind] = useState<ActorKind>(() => proposedKind(words));
  const [where, setWhere] = useState<Where>('everywhere');
  const box = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(9), flip({ padding: 10 }), shift({ padding: 10 })],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => refs.setPositionReference(tagging.anchor), [refs, tagging.anchor]);
  useEffect(() => {
    box.current?.querySelector('input')?.select();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape);
    };
  }, []);

  const scope: NameScope = where === 'article' ? { articleId: tagging.articleId } : where;
  const finish = (actor: Actor | undefined) => {
    if (actor === undefined) return;
    close();
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
  const likely = likelyActors(actors, name);
  return (
    <div
      ref={(element) => {
        box.current = element;
        refs.setFloating(element);
      }}
      role="dialog"
      aria-label={m('actors.tagTitle', { words })}
      className={css.box}
      style={floatingStyles}
    >
      <form
        className={css.form}
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
          label={m('actors.newName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SegmentedControl
          label={m('actors.kind')}
          choices={actorKinds.map((value) => ({ value, label: m(`actors.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <label className={css.scope}>
          {m('actors.scopeOf', { words })}
          <select value={where} onChange={(event) => setWhere(event.target.value as Where)}>
            <option value="everywhere">{m('actors.scope.everywhere')}</option>
            <option value="article">{m('actors.scope.article')}</option>
            <option value="never">{m('actors.scope.never')}</option>
          </select>
        </label>
        <div className={css.buttons}>
          <Button look="plain" onClick={close}>
            {m('actors.cancel')}
          </Button>
          <Button type="submit" look="primary" pending={create.pending}>
            {m('actors.create')}
          </Button>
        </div>
      </form>
    </div>
  );
}
