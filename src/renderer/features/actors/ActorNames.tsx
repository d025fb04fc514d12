import { ArrowRightLeft, Split, Star, X } from 'lucide-react';
import { useState } from 'react';
import type { Actor, ActorName, NameScope } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useKeptStop } from '../../ui/use-kept-stop.ts';
import { ChooseActor } from './ChooseActor.tsx';
import { NameScope as ScopeOfName } from './NameScope.tsx';
import css from './ActorSection.module.css';

/** The names of an actor and where each of them counts. */
export function ActorNames({ actor }: { readonly actor: Actor }) {
  const m = useMessages();
  const update = useCommand('actors.update');
  const split = useCommand('actors.split');
  const move = useCommand('actors.moveName');
  const [added, setAdded] = useState('');
  const [moving, setMoving] = useState<string | null>(null);
  const keptStop = useKeptStop<HTMLElement>();
  const save = (names: ActorName[]) => update.run({ id: actor.id, names });
  const rescope = (at: number, scope: NameScope) =>
    save(actor.names.map((other, i) => (i === at ? { name: other.name, scope } : other)));
  const prefer = async (name: string) => {
    const done = await update.run({ id: actor.id, name });
    if (done !== undefined) showDone(m, m('actors.preferred', { name }));
  };
  const splitOff = async (name: string) => {
    const done = await split.run({ id: actor.id, names: [name] });
    if (done !== undefined) showDone(m, m('actors.split', { name }));
  };
  const giveTo = async (name: string, to: Pick<Actor, 'id' | 'name'>) => {
    const done = await move.run({ id: actor.id, name, to: to.id });
    setMoving(null);
    if (done !== undefined) showDone(m, m('actors.nameMoved', { name, to: to.name }));
  };
  return (
    <section className={css.section} data-section="names" tabIndex={-1} {...keptStop}>
      <h2 className={css.label}>{m('actors.names')}</h2>
      <ul className={css.names}>
        {actor.names.map((item, i) => (
          <li
            key={`${item.name} ${typeof item.scope === 'object' ? item.scope.articleId : ''}`}
            className={css.nameRow}
          >
            <span className={css.name}>
              {item.name}{' '}
              {item.name === actor.name && (
                <span className={css.status}>{m('actors.isPreferred')}</span>
              )}
            </span>
            <ScopeOfName
              actorId={actor.id}
              item={item}
              onChange={(scope) => void rescope(i, scope)}
            />
            <span className={css.nameTools}>
              {actor.names.some(({ name }) => name !== item.name) && (
                <IconButton
                  icon={ArrowRightLeft}
                  label={m('actors.giveName', { name: item.name })}
                  onClick={() => setMoving(item.name)}
                />
              )}
              {item.name !== actor.name && (
                <>
                  <IconButton
                    icon={Star}
                    label={m('actors.prefer', { name: item.name })}
                    onClick={() => void prefer(item.name)}
                  />
                  <IconButton
                    icon={Split}
                    label={m('actors.splitName', { name: item.name })}
                    onClick={() => void splitOff(item.name)}
                  />
                  <IconButton
                    icon={X}
                    label={m('actors.removeName', { name: item.name })}
                    onClick={() => void save(actor.names.filter((_, j) => j !== i))}
                  />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <form
        className={css.addName}
        onSubmit={(event) => {
          event.preventDefault();
          const name = added.trim();
          if (name === '') return;
          void save([...actor.names, { name, scope: 'everywhere' }]).then((done) => {
            if (done !== undefined) setAdded('');
            return undefined;
          });
        }}
      >
        <Field
          label={m('actors.addName')}
          value={added}
          onChange={(event) => setAdded(event.target.value)}
        />
        <Button type="submit">{m('actors.addName')}</Button>
      </form>
      {moving !== null && (
        <ChooseActor
          title={m('actors.giveName', { name: moving })}
          except={actor.id}
          consequence={(to) => m('actors.giveDetail', { name: moving, to })}
          verb={m('actors.giveDo')}
          onChoose={(to) => void giveTo(moving, to)}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  );
}
