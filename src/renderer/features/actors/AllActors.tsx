import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { actorKinds, type Actor } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import rows from '../../ui/list/row.module.css';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { ActorDialog } from './ActorDialog.tsx';
import { actorOrders, arranged, type ActorOrder } from './all-actors.ts';
import css from './AllActors.module.css';

const none: readonly Actor[] = [];
const seeProposed = () => navigate({ name: 'proposed' });
/** Of one kind, until more are asked for. */
const shownAtFirst = 100;

/** All actors by kind: found by any of their names, ordered, each a click from its page. */
export function AllActors() {
  const m = useMessages();
  const { data } = useMethod('actors.list', {});
  const [adding, setAdding] = useState(false);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<ActorOrder>('mentions');
  const actors = data?.items ?? none;
  const found = useMemo(() => arranged(actors, words, order), [actors, words, order]);
  return (
    <View
      title={m('actors.title')}
      count={
        words.trim() === ''
          ? m('actors.count', { count: actors.length })
          : m('actors.mentionsShown', { shown: found.length, total: actors.length })
      }
      tools={
        <>
          {actors.length > 0 && (
            <>
              <SearchField label={m('actors.find')} value={words} onChange={setWords} />
              <Select
                aria-label={m('actors.order')}
                value={order}
                options={actorOrders.map((value) => ({ value, label: m(`actors.order.${value}`) }))}
                onChange={setOrder}
              />
            </>
          )}
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
        {actorKinds.map((kind) => (
          <OfKind
            key={`${kind} ${words}`}
            label={m(`actors.kinds.${kind}`)}
            actors={found.filter((actor) => actor.kind === kind)}
          />
        ))}
        {data !== undefined && actors.length === 0 && (
          <EmptyState action={<Button onClick={seeProposed}>{m('proposed.all')}</Button>}>
            {m('actors.none')}
          </EmptyState>
        )}
        {actors.length > 0 && found.length === 0 && (
          <EmptyState action={<Button onClick={() => setWords('')}>{m('actors.all')}</Button>}>
            {m('actors.noneSo')}
          </EmptyState>
        )}
      </div>
      {adding && <ActorDialog onClose={() => setAdding(false)} />}
    </View>
  );
}

function OfKind({ label, actors }: { readonly label: string; readonly actors: readonly Actor[] }) {
  const m = useMessages();
  const [limit, setLimit] = useState(shownAtFirst);
  if (actors.length === 0) return null;
  return (
    <section className={css.group}>
      <h2 className={css.label}>
        {label} <span className={css.number}>{actors.length}</span>
      </h2>
      <ul>
        {actors.slice(0, limit).map((actor) => (
          <li key={actor.id}>
            <ActorRow actor={actor} />
          </li>
        ))}
      </ul>
      {actors.length > limit && (
        <Button className={css.more} onClick={() => setLimit(limit * 4)}>
          {m('actors.moreActors', { count: actors.length - limit })}
        </Button>
      )}
    </section>
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
