import { Plus } from 'lucide-react';
import { useState } from 'react';
import { actorKinds, type Actor } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { classNames } from '../../ui/class-names.ts';
import rows from '../../ui/list/row.module.css';
import { ActorPage } from './ActorPage.tsx';
import { NewActorDialog } from './NewActorDialog.tsx';
import css from './ActorsView.module.css';

export interface ActorsViewProps {
  /** The actor whose page is open. */
  readonly actorId?: string;
}

const none: readonly Actor[] = [];
const seeProposed = () => navigate({ name: 'proposed' });

/** All actors by kind, or the page of one of them. */
export function ActorsView({ actorId }: ActorsViewProps) {
  return actorId === undefined ? <AllActors /> : <ActorPage key={actorId} actorId={actorId} />;
}

function AllActors() {
  const m = useMessages();
  const { data } = useMethod('actors.list', {});
  const [adding, setAdding] = useState(false);
  const actors = data?.items ?? none;
  return (
    <View
      title={m('actors.title')}
      count={m('actors.count', { count: actors.length })}
      tools={
        <>
          <Button look="plain" onClick={seeProposed}>
            {m('proposed.all')}
          </Button>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {m('actors.add')}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        {actorKinds.map((kind) => {
          const ofKind = actors
            .filter((actor) => actor.kind === kind)
            .toSorted((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name));
          return ofKind.length === 0 ? null : (
            <section key={kind} className={css.group}>
              <h2 className={css.label}>{m(`actors.kind.${kind}`)}</h2>
              <ul>
                {ofKind.map((actor) => (
                  <li key={actor.id}>
                    <ActorRow actor={actor} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {data !== undefined && actors.length === 0 && (
          <EmptyState action={<Button onClick={seeProposed}>{m('proposed.all')}</Button>}>
            {m('actors.none')}
          </EmptyState>
        )}
      </div>
      {adding && <NewActorDialog onClose={() => setAdding(false)} />}
    </View>
  );
}

function ActorRow({ actor }: { readonly actor: Actor }) {
  const m = useMessages();
  const others = actor.names.map(({ name }) => name).filter((name) => name !== actor.name);
  return (
    <a className={classNames(rows.row, css.row)} href={href({ name: 'actor', id: actor.id })}>
      <span className={css.name}>{actor.name}</span>
      <span className={css.others}>
        {[actor.description, ...others].filter(Boolean).join(' · ')}
      </span>
      <span className={css.number}>
        {m('actors.mentions', { count: actor.mentions })},{' '}
        {m('actors.inArticles', { count: actor.articles })}
      </span>
      {actor.open > 0 && (
        <span className={css.open}>{m('actors.openCount', { count: actor.open })}</span>
      )}
    </a>
  );
}
