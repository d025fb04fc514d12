import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import css from './ActorPage.module.css';

/** The articles that name an actor by their date, as precise as it is known; undated ones apart. */
export function ActorTimeline({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const items = useMethod('analysis.timeline', { actorId }).data?.items ?? [];
  if (items.length === 0) return null;
  const groups = Map.groupBy(items, ({ article }) => article.issued ?? '');
  return (
    <section className={css.section}>
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
    </section>
  );
}
