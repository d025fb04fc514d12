import { useMemo } from 'react';
import type { Actor, Mention } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { selectActor, useSelection } from '../../state/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { ActorChip } from './ActorChip.tsx';
import { OpenMention } from './OpenMention.tsx';
import { Proposals } from './Proposals.tsx';
import { openQuestions, countedActors } from './panel-model.ts';
import css from './ActorsPanel.module.css';

export interface ActorsPanelProps {
  readonly articleId: string;
}

const noActors: readonly Actor[] = [];
const noMentions: readonly Mention[] = [];

/** Who is named in the open article, what is still open, and who could be added. */
export function ActorsPanel({ articleId }: ActorsPanelProps) {
  const m = useMessages();
  const known = useMethod('actors.list', { articleId }).data?.items;
  const named = useMethod('mentions.list', { articleId }).data?.items;
  const isLoading = known === undefined || named === undefined;
  const actors = known ?? noActors;
  const mentions = named ?? noMentions;
  const lit = useSelection((state) => state.actorId);
  const counted = useMemo(() => countedActors(actors, mentions), [actors, mentions]);
  const questions = useMemo(() => openQuestions(mentions), [mentions]);
  const first = (actorId: string) => {
    const mention = mentions.find(
      (candidate) => candidate.actorId === actorId && candidate.hidden !== true,
    );
    if (mention === undefined) return;
    const { start, end } = mention;
    navigate({ name: 'article', id: articleId, start, end }, { replace: true });
  };
  return (
    <section className={css.panel} aria-label={m('actors.title')}>
      <PaneHeader title={m('actors.title')} count={isLoading ? undefined : counted.length}>
        <Button look="link" onClick={() => navigate({ name: 'actors' })}>
          {m('actors.all')}
        </Button>
        <Button look="link" onClick={() => navigate({ name: 'proposed' })}>
          {m('proposed.open')}
        </Button>
      </PaneHeader>
      <ul className={css.chips}>
        {counted.map(({ actor, count }) => (
          <li key={actor.id}>
            <ActorChip
              kind={actor.kind}
              name={actor.name}
              count={count}
              pressed={actor.id === lit}
              onPress={() => {
                selectActor(actor.id === lit ? null : actor.id);
                if (actor.id !== lit) first(actor.id);
              }}
            />
          </li>
        ))}
        {questions.map((question) => (
          <li key={question.text}>
            <OpenMention articleId={articleId} question={question} />
          </li>
        ))}
        <Proposals articleId={articleId} />
      </ul>
      {!isLoading && counted.length === 0 && questions.length === 0 && (
        <p className={css.empty}>{m('actors.empty')}</p>
      )}
    </section>
  );
}
