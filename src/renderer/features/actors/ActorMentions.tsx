import { useState } from 'react';
import { mentionStatuses, type Mention } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useKeptStop } from '../../ui/use-kept-stop.ts';
import { MentionRow } from './MentionRow.tsx';
import css from './ActorSection.module.css';

const shownAtFirst = 60;
const none: readonly Mention[] = [];
type Shown = Mention['status'] | 'all' | 'hidden';

/** Every mention of an actor, article by article, in its words. */
export function ActorMentions({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const [status, setStatus] = useState<Shown>('all');
  const [limit, setLimit] = useState(shownAtFirst);
  const keptStop = useKeptStop<HTMLElement>();
  const mentions = useMethod('mentions.list', { actorId }).data?.items ?? none;
  const decide = useCommand('mentions.decide');
  const decideAll = async (next: 'confirmed' | 'rejected' | 'proposed') => {
    const done = await decide.run({ actorId, status: next });
    if (done !== undefined) showDone(m, m('actors.decided', { count: done.changed }));
  };
  const { hidden = none, seen = none } = Object.groupBy(mentions, (mention) =>
    mention.hidden === true ? 'hidden' : 'seen',
  );
  const there = mentionStatuses.filter((one) => seen.some((mention) => mention.status === one));
  const wanted =
    status === 'hidden'
      ? hidden
      : seen.filter((mention) => status === 'all' || mention.status === status);
  const shown = wanted.slice(0, limit);
  const excerpts = useMethod(
    'articles.excerpts',
    { places: shown.map(({ articleId, start, end }) => ({ articleId, start, end })) },
    { keepPrevious: true },
  ).data?.items;
  const excerptOf = ({ articleId, start }: Mention) =>
    excerpts?.find((one) => one.articleId === articleId && one.start === start);
  const groups = [...Map.groupBy(shown, ({ articleId }) => articleId)];
  return (
    <section className={css.section} data-section="mentions" tabIndex={-1} {...keptStop}>
      <h2 className={css.label}>
        {m('actors.mentionsTitle')}{' '}
        {m('actors.mentionsShown', { shown: shown.length, total: wanted.length })}
      </h2>
      {(there.length > 1 || hidden.length > 0) && (
        <div className={css.statuses}>
          <SegmentedControl<Shown>
            label={m('actors.mentionStatus')}
            choices={[
              { value: 'all', label: m('actors.allStatuses') },
              ...there.map((value) => ({ value, label: m(`actors.status.${value}`) })),
              ...(hidden.length === 0
                ? []
                : [{ value: 'hidden', label: m('actors.inHidden') } as const]),
            ]}
            value={status}
            onChange={setStatus}
          />
        </div>
      )}
      {mentions.length > 1 && (
        <div className={css.tools}>
          <Button onClick={() => void decideAll('confirmed')}>{m('actors.confirmAll')}</Button>
          <Button onClick={() => void decideAll('rejected')}>{m('actors.rejectAll')}</Button>
          <Button look="plain" onClick={() => void decideAll('proposed')}>
            {m('actors.reopenAll')}
          </Button>
        </div>
      )}
      {groups.map(([articleId, inArticle]) => (
        <div key={articleId}>
          <h3 className={css.article}>{inArticle[0] && excerptOf(inArticle[0])?.title}</h3>
          <ul>
            {inArticle.map((mention) => (
              <MentionRow key={mention.start} mention={mention} excerpt={excerptOf(mention)} />
            ))}
          </ul>
        </div>
      ))}
      {wanted.length > limit && (
        <Button className={css.more} onClick={() => setLimit(Math.min(1000, limit * 3))}>
          {m('actors.moreMentions')}
        </Button>
      )}
    </section>
  );
}
