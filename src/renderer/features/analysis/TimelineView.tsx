import { formatIssued } from '../../messages/dates.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { stretchOf } from './time-scale.ts';
import css from './Analysis.module.css';

/** The articles by date, no more precise than it is known, drawn and as a table. */
export function TimelineView() {
  const m = useMessages();
  const { data } = useMethod('analysis.timeline', {});
  if (data === undefined) return null;
  const { items } = data;
  if (items.length === 0) return <EmptyState>{m('analysis.timelineNone')}</EmptyState>;
  const dated = items.filter(({ article }) => stretchOf(article.issued) !== null).length;
  return (
    <section className={css.view} aria-label={m('analysis.timeline')}>
      <header className={css.header}>
        <h1 className={css.title}>{m('analysis.timeline')}</h1>
        <span className={css.count}>
          {m('analysis.timelineCount', { dated, undated: items.length - dated })}
        </span>
        <span className={css.legend} aria-hidden>
          <span>
            <svg width="10" height="10">
              <circle className={css.dot} cx="5" cy="5" r="4.5" />
            </svg>
            {m('analysis.day')}
          </span>
          <span>
            <svg width="24" height="10">
              <rect className={css.bar} x="1" y="1" width="22" height="8" rx="4" />
            </svg>
            {m('analysis.monthOnly')}
          </span>
        </span>
      </header>
      <div className={css.body}>
        <p className="visually-hidden">{m('analysis.timelineChart')}</p>
        <TimelineChart articles={items.map(({ article }) => article)} />
        <table className={css.table} aria-label={m('analysis.timeline')}>
          <thead>
            <tr>
              <th scope="col">{m('analysis.date')}</th>
              <th scope="col">{m('analysis.title')}</th>
              <th scope="col">{m('analysis.source')}</th>
              <th scope="col" className={css.number}>
                {m('analysis.passages')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ article, passages }) => (
              <tr key={article.id}>
                <td className={css.date}>{formatIssued(article.issued) ?? m('analysis.noDate')}</td>
                <td lang={article.language ?? undefined}>
                  <a className={css.words} href={href({ name: 'article', id: article.id })}>
                    {article.title}
                  </a>
                </td>
                <td>{article['container-title'] ?? m('analysis.outletUnknown')}</td>
                <td className={css.number}>{passages}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
