import type { Actor } from '../../../../shared/model/actor.ts';
import { useMessages } from '../../../messages/messages.ts';
import { href } from '../../../state/route.ts';
import css from './WhoSaidWhat.module.css';

interface RowHeaderProps {
  /** Null: somebody quoted who is no actor yet. */
  readonly actor: Actor | null;
  readonly name: string;
  readonly place: string;
  readonly tabIndex: 0 | -1;
}

export function RowHeader({ actor, name, place, tabIndex }: RowHeaderProps) {
  const m = useMessages();
  if (actor === null) {
    return (
      <th scope="row" data-cell={place} tabIndex={tabIndex}>
        <div className={css.actor}>
          {name}
          <span className={css.description}>{m('said.stranger')}</span>
        </div>
      </th>
    );
  }
  return (
    <th scope="row">
      <div className={css.actor}>
        <a data-cell={place} tabIndex={tabIndex} href={href({ name: 'actor', id: actor.id })}>
          {name}
        </a>
        {actor.description !== '' && <span className={css.description}>{actor.description}</span>}
        <span className={css.description}>{m('actors.mentions', { count: actor.mentions })}</span>
      </div>
    </th>
  );
}
