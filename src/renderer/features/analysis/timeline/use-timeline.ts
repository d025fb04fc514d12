import { useState } from 'react';
import { useMethod } from '../../../api/use-method.ts';
import { isoDay, stretchOf } from '../time-scale.ts';
import {
  indexOf,
  isIn,
  lastDay,
  moved,
  stretchOfView,
  viewUntil,
  withoutEmptyBeginning,
  zoomFor,
  zooms,
  type View,
  type Zoom,
} from './periods.ts';

export const eventsAtOnce = 100;

/** The nearest date beyond what is drawn: nobody wants to go through empty years. */
function nextDate(dates: readonly string[], { zoom, first, last }: View, by: -1 | 1): string {
  const beyond =
    by < 0
      ? dates.findLast((date) => indexOf(date, zoom) < first)
      : dates.find((date) => indexOf(date, zoom) > last);
  return lastDay(beyond ?? dates.at(-1) ?? '');
}

/** What the timeline shows, how closely, and which part of it. */
export function useTimeline(actorId: string | undefined, limit: number) {
  const ofActor = actorId === undefined ? {} : { actorId };
  const answer = useMethod('analysis.timeline', ofActor, { keepPrevious: true });
  const articles = answer.data?.items;
  const issued = (articles ?? []).flatMap(({ article }) =>
    article.issued !== null && stretchOf(article.issued) !== null ? [article.issued] : [],
  );
  const [asked, setAsked] = useState<Zoom>();
  const [end, setEnd] = useState<string>();
  const [chosen, setChosen] = useState<string | null>();
  const zoom = asked ?? zoomFor(issued);
  const periods = useMethod(
    'analysis.periods',
    { zoom, ...ofActor },
    { enabled: articles !== undefined, keepPrevious: true },
  ).data;
  const dates = (periods?.items ?? []).map(({ period }) => period);
  // At first the newest articles are in sight, whatever later years their texts speak of.
  const newest = issued.toSorted().at(-1) ?? dates.at(-1);
  const view =
    dates.length === 0 || newest === undefined
      ? null
      : end === undefined
        ? withoutEmptyBeginning(dates, viewUntil(dates, zoom, lastDay(newest)))
        : viewUntil(dates, zoom, end);
  const stretch = view === null ? null : stretchOfView(view);

  const place =
    chosen !== undefined
      ? { zoom, period: chosen }
      : stretch === null
        ? { zoom, period: null }
        : { from: isoDay(stretch.first), until: isoDay(stretch.end - 1) };
  const events = useMethod(
    'analysis.events',
    { ...place, ...ofActor, limit },
    { enabled: periods !== undefined, keepPrevious: true },
  ).data;
  const ofPeriod = useMethod(
    'analysis.timeline',
    { ...ofActor, zoom, period: chosen ?? null },
    { enabled: chosen !== undefined },
  ).data?.items;

  const zoomTo = (next: Zoom) => {
    if (view !== null) setEnd(lastDay(chosen ?? isoDay(stretchOfView(view).end - 1)));
    setAsked(next);
    setChosen(undefined);
  };
  const all = view === null ? [] : dates.filter((date) => !isIn(date, stretchOfView(view)));
  return {
    answer,
    /** Which events are listed. */
    asked: { ...place, ...ofActor },
    articles,
    periods,
    view,
    zoom,
    chosen,
    choose: (period: string | null | undefined) =>
      setChosen((last) => (last === period ? undefined : period)),
    zoomTo,
    zoomBy: (by: 1 | -1) => {
      const next = zooms[zooms.indexOf(zoom) + by];
      if (next !== undefined) zoomTo(next);
    },
    canMove: all.length > 0,
    moveBy: (by: 1 | -1) => {
      if (view === null) return;
      const next = moved(view, by);
      const isEmpty = !dates.some((date) =>
        isIn(date, stretchOfView(viewUntil(dates, zoom, next))),
      );
      setEnd(isEmpty ? nextDate(dates, view, by) : next);
      setChosen(undefined);
    },
    /** Goes to what lies nearest before or after what is drawn. */
    goBeyond: (by: 1 | -1) => {
      if (view === null) return;
      setEnd(nextDate(dates, view, by));
      setChosen(undefined);
    },
    /** What is listed: of the chosen period, else of all that is drawn and what has no date. */
    published:
      chosen === undefined
        ? (articles ?? []).filter(
            ({ article }) =>
              stretch === null ||
              isIn(article.issued, stretch) ||
              stretchOf(article.issued) === null,
          )
        : (ofPeriod ?? []),
    events: events?.items ?? [],
    eventTotal: events?.total ?? 0,
    sources: events?.articles ?? [],
  };
}
