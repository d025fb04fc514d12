import { useState } from 'react';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { href } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Analysis.module.css';
import own from './Timeline.module.css';

type Event = Output<'analysis.events'>['items'][number];
type Published = Output<'analysis.timeline'>['items'][number];

/** More are asked for with a button. */
const rowsAtOnce = 100;

interface HappeningsProps {
  readonly published: readonly Published[];
  readonly events: readonly Event[];
  /** The articles the events stand in. */
  readonly sources: readonly ArticleSummary[];
  /** Events that are not here yet, and how to get them. */
  readonly more: { readonly count: number; readonly run: () => void } | null;
}

type Row =
  | { readonly date: string | null; readonly published: Published }
  | { readonly date: string | null; readonly event: Event };

/** Newest first; what has no date, or none with its year, comes last. */
function inOrder(rows: readonly Row[]): Row[] {
  const key = ({ date }: Row) => (date === null || date.startsWith('X') ? '' : date);
  return rows.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/** What was published and what the texts say happened, by date, each a click from its words. */
export function Happenings({ published, events, sources, more }: HappeningsProps) {
  const m = useMessages();
  const [shown, setShown] = useState(rowsAtOnce);
  const sourceOf = new Map(sources.map((article) => [article.id, article]));
  const rows = inOrder([
    ...published.map((one) => ({ date: one.article.issued, published: one })),
    ...events.map((event) => ({ date: event.date, event })),
  ]);
  const hidden = rows.length - shown;
  const next =
    hidden > 0
      ? { count: Math.min(rowsAtOnce, hidden), run: () => setShown(shown + rowsAtOnce) }
      : more;
  const outletOf = (article: ArticleSummary | undefined) =>
    article?.['container-title'] ?? m('analysis.outletUnknown');
  return (
    <>
      <table className={css.table} aria-label={m('analysis.timeline')}>
        <thead>
          <tr>
            <th scope="col">{m('analysis.date')}</th>
            <th scope="col">{m('analysis.what')}</th>
            <th scope="col">{m('analysis.title')}</th>
            <th scope="col">{m('analysis.source')}</th>
            <th scope="col" className={css.number}>
              {m('analysis.passages')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => {
            if ('published' in row) {
              const { article, passages } = row.published;
              return (
                <tr key={article.id}>
                  <td className={css.date}>
                    {formatIssued(article.issued) ?? m('analysis.noDate')}
                  </td>
                  <td className={own.kind}>{m('analysis.published')}</td>
                  <td dir="auto" lang={article.language ?? undefined}>
                    <a className={css.words} href={href({ name: 'article', id: article.id })}>
                      {article.title}
                    </a>
                  </td>
                  <td>{outletOf(article)}</td>
                  <td className={css.number}>
                    <a href={href({ name: 'article', id: article.id })}>{passages}</a>
                  </td>
                </tr>
              );
            }
            const { event } = row;
            const { articleId, start, end } = event;
            const source = sourceOf.get(articleId);
            const place = href({ name: 'article', id: articleId, start, end });
            return (
              <tr key={`${articleId} ${start}`}>
                <td className={css.date}>
                  <EventDate event={event} />
                </td>
                <td className={own.kind}>{m('analysis.event')}</td>
                <td dir="auto" lang={source?.language ?? undefined}>
                  <a className={own.sentence} href={place}>
                    <Sentence event={event} />
                  </a>
                  {event.actors.length > 0 && (
                    <span className={css.note}>
                      {event.actors.map(({ name }) => name).join(' · ')}
                    </span>
                  )}
                </td>
                <td>
                  <a href={href({ name: 'article', id: articleId })} title={source?.title}>
                    {outletOf(source)}
                  </a>
                </td>
                <td className={css.number}>
                  <a href={place}>1</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {next !== null && (
        <Button className={css.more} onClick={next.run}>
          {m('analysis.more', { count: next.count })}
        </Button>
      )}
    </>
  );
}

/** As precise as it is known, with a question mark where it was read with the date of publication. */
function EventDate({ event: { date, until, inferred } }: { readonly event: Event }) {
  const m = useMessages();
  if (date === null) return m('analysis.noDate');
  const dates =
    until === null ? formatIssued(date) : `${formatIssued(date)} – ${formatIssued(until)}`;
  if (!inferred) return dates;
  return (
    <span className={own.inferred} title={m('analysis.inferred')}>
      {dates}
      <span aria-hidden> ?</span>
      <span className="visually-hidden"> {m('analysis.inferred')}</span>
    </span>
  );
}

function Sentence({ event: { start, end, sentence } }: { readonly event: Event }) {
  const at = start - sentence.start;
  const until = end - sentence.start;
  return (
    <>
      {sentence.text.slice(0, at)}
      <mark>{sentence.text.slice(at, until)}</mark>
      {sentence.text.slice(until)}
    </>
  );
}
