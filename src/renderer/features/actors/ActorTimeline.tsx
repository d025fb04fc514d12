import { useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ActorSection.module.css';

const eventsShown = 12;

/** The dates in the sentences that name the actor. */
function SpokenOf({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const [limit, setLimit] = useState(eventsShown);
  const data = useMethod('analysis.events', { actorId, limit }, { keepPrevious: true }).data;
  if (data === undefined || data.total === 0) return null;
  return (
    <>
      <h3 className={css.article}>{m('actors.spokenOf', { count: data.total })}</h3>
      <ol className={css.timeline}>
        {data.items.map(({ articleId, start, end, date, inferred, sentence }) => (
          <li key={`${articleId} ${start}`} className={css.day}>
            <span className={css.date}>
              {date === null ? m('actors.undated') : formatIssued(date)}
              {inferred && ' ?'}
            </span>
            <a
              className={css.event}
              dir="auto"
              href={href({ name: 'article', id: articleId, start, end })}
            >
              {sentence.text}
            </a>
          </li>
        ))}
      </ol>
      {data.total > data.items.length && (
        <Button className={css.more} onClick={() => setLimit(limit * 4)}>
          {m('actors.moreMentions')}
        </Button>
      )}
    </>
  );
}

/** The articles that name an actor by their date, as precise as it is known; undated ones apart. */
export function ActorTimeline({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const items = useMethod('analysis.timeline', { actorId }).data?.items ?? [];
  if (items.length === 0) return null;
  const groups = Map.groupBy(items, ({ article }) => article.issued ?? '');
  return (
    <section className={css.section} data-section="timeline" tabIndex={-1}>
      <h2 className={css.label}>{m('actors.timeline')}</h2>
      <ol className={css.timeline}>
        {[...groups].map(([issued, sameDay]) => (
          <li key={issued} className={css.day} data-undated={issued === '' || undefined}>
            <span className={css.date}>
              {issued === '' ? m('actors.undated') : formatIssued(issued)}
            </span>
            <ul>
              {sameDay.map(({ article }) => (
                <li key={article.id} lang={article.language ?? undefined}>
                  <a className={css.event} href={href({ name: 'article', id: article.id })}>
                    {article.title}
                  </a>{' '}
                  <span className={css.status}>
                    {article['container-title'] ?? m('actors.outletUnknown')}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <SpokenOf actorId={actorId} />
    </section>
  );
}
