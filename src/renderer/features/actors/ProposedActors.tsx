import type { ReactNode } from 'react';
import type { ActorProposal } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ProposedActors.module.css';

const mostShown = 50;

export interface ProposedActorsProps {
  /** Stands here where nothing is proposed. */
  readonly none: ReactNode;
}

/** Names the texts speak of and no actor has yet, with their variants and the place they were read. */
export function ProposedActors({ none }: ProposedActorsProps) {
  const m = useMessages();
  const { data } = useMethod('actors.propose', {});
  const create = useCommand('actors.create');
  if (data === undefined) return null;
  const proposals = data.items.slice(0, mostShown);
  if (proposals.length === 0) return none;
  const accept = async ({ kind, name, names }: ActorProposal) => {
    const actor = await create.run({ kind, name, names });
    if (actor !== undefined) showDone(m, m('actors.added', { name, count: actor.mentions }));
  };
  return (
    <section className={css.group}>
      <h2 className={css.label}>{m('actors.proposed')}</h2>
      <ul>
        {proposals.map((proposal) => {
          const { kind, name, names, mentions, evidence } = proposal;
          const place = evidence[0];
          return (
            <li key={`${kind} ${name}`} className={css.row}>
              <span className={css.name}>{name}</span>
              <span className={css.detail}>
                {[
                  m(`actors.kind.${kind}`),
                  ...names.map((other) => other.name).filter((other) => other !== name),
                ].join(' · ')}
              </span>
              <span className={css.detail}>{m('actors.mentions', { count: mentions })}</span>
              <span className={css.gap} />
              {place !== undefined && (
                <Button
                  look="link"
                  onClick={() =>
                    navigate({
                      name: 'article',
                      id: place.articleId,
                      start: place.start,
                      end: place.end,
                    })
                  }
                >
                  {m('actors.openShow')}
                </Button>
              )}
              <Button onClick={() => void accept(proposal)}>{m('actors.create')}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
