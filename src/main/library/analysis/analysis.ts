import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers, Output } from '../../../shared/contract/methods.ts';
import type { Block } from '../../../shared/model/ranges.ts';
import { actorStore } from '../actors/store.ts';
import { summariesOf } from '../articles/summaries.ts';
import type { LibraryContext } from '../context.ts';
import { analysisStore, type CountedActor } from './analysis-store.ts';

type Methods =
  | 'analysis.company'
  | 'analysis.network'
  | 'analysis.coverage'
  | 'analysis.passages'
  | 'analysis.timeline';

/** Places of one answer. */
const mostPlaces = 1000;

const toNode = ({ id, name, kind, mentions, articles }: CountedActor) => ({
  id,
  name,
  kind,
  mentions,
  articles,
});

/** What the articles show together: who with whom, who in which outlet, what when. */
export function analysisHandlers({ db }: LibraryContext): Handlers<Methods> {
  const store = analysisStore(db);
  const actors = actorStore(db);
  const seqOf = (id: string): number => {
    const row = actors.row(id);
    if (row === undefined) throw notFound('actor', id);
    return row.seq;
  };

  return {
    'analysis.company': ({ actorId, limit }) => ({
      items: store.company(seqOf(actorId), limit).map(toNode),
    }),

    'analysis.network': ({ limit, ...filter }) => {
      const { actors: nodes, total } = store.mostNamed(filter, limit);
      const idOf = new Map(nodes.map(({ seq, id }) => [seq, id]));
      const among = nodes.map(({ seq }) => seq);
      const ties = store.ties(among, filter).map(({ a, b, articles }) => ({
        actorIds: [idOf.get(a) ?? '', idOf.get(b) ?? ''] satisfies [string, string],
        articles,
      }));
      return { actors: nodes.map(toNode), actorTotal: total, ties };
    },

    'analysis.coverage': ({ limit, offset, ...filter }) => {
      const { actors: nodes, total } = store.mostNamed(filter, limit, offset);
      const idOf = new Map(nodes.map(({ seq, id }) => [seq, id]));
      const among = nodes.map(({ seq }) => seq);
      return {
        actors: nodes.map(toNode),
        actorTotal: total,
        outlets: store.outlets(filter),
        cells: store.coverage(among, filter).map(({ actor, outlet, articles, mentions }) => ({
          actorId: idOf.get(actor) ?? '',
          outlet,
          articles,
          mentions,
        })),
      };
    },

    'analysis.passages': ({ actorIds, limit, offset, ...filter }) => {
      for (const id of actorIds) seqOf(id);
      const { articles, total } = store.naming({ actorIds, ...filter }, limit, offset);
      const items: Output<'analysis.passages'>['items'] = [];
      for (const { seq, id: articleId, blocks } of articles) {
        const places = store.places(seq, actorIds);
        const together = (JSON.parse(blocks) as Block[]).filter((block) =>
          actorIds.every((actorId) =>
            places.some(
              (place) =>
                place.actorId === actorId && place.start >= block.start && place.start < block.end,
            ),
          ),
        );
        const [first] = places;
        if (together.length > 0) {
          for (const { start, end } of together) {
            items.push({ articleId, start, end, together: true });
          }
        } else if (first !== undefined) {
          items.push({ articleId, start: first.start, end: first.end, together: false });
        }
      }
      return {
        items: items.slice(0, mostPlaces),
        articles: summariesOf(
          db,
          articles.map(({ id }) => id),
        ),
        articleTotal: total,
      };
    },

    'analysis.timeline': ({ actorId, zoom, period }) => {
      if (actorId !== undefined) seqOf(actorId);
      const rows = store.timeline(actorId, zoom, period);
      const passages = new Map(rows.map(({ id, passages: n }) => [id, n]));
      return {
        items: summariesOf(
          db,
          rows.map(({ id }) => id),
        ).map((article) => ({ article, passages: passages.get(article.id) ?? 0 })),
      };
    },
  };
}
