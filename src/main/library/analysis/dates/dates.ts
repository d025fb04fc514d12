import { notFound } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/methods.ts';
import { actorStore } from '../../actors/store.ts';
import { mentionStore } from '../../actors/mention-store.ts';
import { summariesOf } from '../../articles/summaries.ts';
import type { LibraryContext } from '../../context.ts';
import { dateStore } from './date-store.ts';
import { dateReading } from './read-dates.ts';

/** How long a call reads before it answers with what is known so far, in ms. */
const mostReading = 1000;

/** What the texts say happened when, beside when they were published. */
export function dateHandlers(
  context: LibraryContext,
): Handlers<'analysis.periods' | 'analysis.events'> {
  const { db } = context;
  const store = dateStore(db);
  const reading = dateReading(context);
  const { textOf } = mentionStore(db);
  const actors = actorStore(db);
  const checkActor = (id: string | undefined) => {
    if (id !== undefined && actors.row(id) === undefined) throw notFound('actor', id);
  };

  return {
    'analysis.periods': async ({ zoom, actorId }) => {
      checkActor(actorId);
      const pending = await reading.readFor(mostReading);
      const periods = new Map<string | null, { articles: number; events: number }>();
      const at = (period: string | null) => {
        const known = periods.get(period) ?? { articles: 0, events: 0 };
        periods.set(period, known);
        return known;
      };
      for (const { period, n } of store.articlePeriods(zoom, actorId)) at(period).articles = n;
      for (const { period, n } of store.periods(zoom, actorId)) at(period).events = n;
      const undated = at(null);
      const items = [...periods].flatMap(([period, count]) =>
        period === null ? [] : [{ period, ...count }],
      );
      return {
        items: items.toSorted((a, b) => (a.period < b.period ? -1 : 1)),
        undated,
        pending,
      };
    },

    'analysis.events': async ({ limit, offset, ...filter }) => {
      checkActor(filter.actorId);
      await reading.readFor(mostReading);
      const { rows, total } = store.events(filter, limit, offset);
      const texts = new Map(rows.map(({ article }) => [article, textOf(article)]));
      const articleIds = [...new Set(rows.map(({ articleId }) => articleId))];
      return {
        items: rows.map(({ articleId, article, start, end, from, until, inferred, ...row }) => ({
          articleId,
          start,
          end,
          date: from,
          until,
          inferred: inferred === 1,
          sentence: {
            start: row.sentenceStart,
            end: row.sentenceEnd,
            text: (texts.get(article) ?? '').slice(row.sentenceStart, row.sentenceEnd),
          },
          actors: store.namedIn(article, row.sentenceStart, row.sentenceEnd),
        })),
        articles: summariesOf(db, articleIds),
        total,
      };
    },
  };
}
