import type { Input, Output } from '../../../../shared/contract/methods.ts';
import { client } from '../../../api/client.ts';
import type { Messages } from '../../../messages/messages.ts';
import type { Rows } from './SaveMenu.tsx';

type Events = Pick<Output<'analysis.events'>, 'items' | 'articles'>;
type Published = Output<'analysis.timeline'>['items'];

const pageSize = 1000;

/** The dates the texts speak of, also those not yet on screen, with the articles they stand in. */
export async function allEvents(asked: Input<'analysis.events'>): Promise<Events> {
  const pages: Output<'analysis.events'>[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await client.call('analysis.events', { ...asked, limit: pageSize, offset });
    pages.push(page);
    if (page.items.length === 0 || offset + pageSize >= page.total) break;
  }
  return {
    items: pages.flatMap(({ items }) => items),
    articles: pages.flatMap(({ articles }) => articles),
  };
}

/** What was published and what the texts say happened, in order of date, what has none last. */
export function happeningRows(m: Messages, published: Published, events: Events): Rows {
  const sourceOf = new Map(events.articles.map((article) => [article.id, article]));
  const rows = [
    ...published.map(({ article }) => [
      article.issued ?? '',
      '',
      m('analysis.published'),
      article.title,
      '',
      article['container-title'] ?? '',
      article.title,
    ]),
    ...events.items.map(({ articleId, date, until, sentence, actors }) => [
      date ?? '',
      until ?? '',
      m('analysis.event'),
      sentence.text,
      actors.map(({ name }) => name).join('; '),
      sourceOf.get(articleId)?.['container-title'] ?? '',
      sourceOf.get(articleId)?.title ?? '',
    ]),
  ];
  const order = ([date = '']: readonly string[]) =>
    date === '' || date.startsWith('X') ? '~' : date;
  return [
    [
      m('analysis.date'),
      m('analysis.untilDay'),
      m('analysis.what'),
      m('analysis.title'),
      m('analysis.withActors'),
      m('analysis.source'),
      m('analysis.article'),
    ],
    ...rows.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
  ];
}
