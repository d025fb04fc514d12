import { isoDay, stretchOf, type Stretch } from '../time-scale.ts';

export type Zoom = 'year' | 'month' | 'day';
export const zooms: readonly Zoom[] = ['year', 'month', 'day'];

/** Periods that are drawn side by side; of more, a part is shown. */
const shownAtOnce: Readonly<Record<Zoom, number>> = { year: 30, month: 24, day: 42 };

/** A count for the period that holds `date`: neighbours differ by one. */
export function indexOf(date: string, zoom: Zoom): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  if (zoom === 'year') return year;
  if (zoom === 'month') return year * 12 + month - 1;
  return stretchOf(date)?.first ?? 0;
}

/** The period with that count. */
export function periodAt(index: number, zoom: Zoom): string {
  if (zoom === 'year') return String(index).padStart(4, '0');
  if (zoom === 'day') return isoDay(index);
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** What is drawn: periods from `first` to `last`, both in. */
export interface View {
  readonly zoom: Zoom;
  readonly first: number;
  readonly last: number;
}

/** What is drawn when the last period is the one of `end`; all of `dates` where that is little. */
export function viewUntil(dates: readonly string[], zoom: Zoom, end: string): View {
  const all = dates.map((date) => indexOf(date, zoom));
  const least = Math.min(...all);
  const most = Math.max(...all);
  const count = shownAtOnce[zoom];
  if (most - least < count) return { zoom, first: least, last: most };
  const last = Math.min(most, Math.max(least + count - 1, indexOf(end, zoom)));
  return { zoom, first: last - count + 1, last };
}

/** Periods that are drawn at least: dots far apart tell nothing. */
const fewest = 6;

/** The view without the empty periods it begins with. */
export function withoutEmptyBeginning(dates: readonly string[], view: View): View {
  const { zoom, first, last } = view;
  const inView = dates.map((date) => indexOf(date, zoom)).filter((at) => first <= at && at <= last);
  if (inView.length === 0) return view;
  return { zoom, first: Math.max(first, Math.min(...inView, last - fewest + 1)), last };
}

/** The last period after going half a view earlier (-1) or later (1), as the day it ends with. */
export function moved({ zoom, first, last }: View, by: -1 | 1): string {
  const step = Math.ceil((last - first + 1) / 2);
  return lastDay(periodAt(last + by * step, zoom));
}

export const lastDay = (period: string): string => isoDay((stretchOf(period)?.end ?? 1) - 1);

/** The days that are drawn. */
export function stretchOfView({ zoom, first, last }: View): Stretch {
  return {
    first: stretchOf(periodAt(first, zoom))?.first ?? 0,
    end: stretchOf(periodAt(last, zoom))?.end ?? 1,
  };
}

/** Periods to draw a scale line at: at most `count` of them, evenly over the view. */
export function ticksOf({ zoom, first, last }: View, count: number): string[] {
  const step = Math.max(1, Math.ceil((last - first + 1) / count));
  const ticks: string[] = [];
  for (let at = first; at <= last; at += step) ticks.push(periodAt(at, zoom));
  return ticks;
}

/** Whether a date falls into a stretch of days, wholly or in part. */
export function isIn(date: string | null, stretch: Stretch): boolean {
  const own = stretchOf(date);
  return own !== null && own.first < stretch.end && own.end > stretch.first;
}

/** A period with what was published in it and how often the texts speak of it. */
export interface Counted {
  readonly period: string;
  readonly articles: number;
  readonly events: number;
}

/** What lies wholly before what is drawn, and what lies wholly after it. */
export function beyond(
  items: readonly Counted[],
  view: View,
): Record<'earlier' | 'later', { articles: number; events: number }> {
  const counts = { earlier: { articles: 0, events: 0 }, later: { articles: 0, events: 0 } };
  const drawn = stretchOfView(view);
  for (const { period, articles, events } of items) {
    const own = stretchOf(period);
    if (own === null || isIn(period, drawn)) continue;
    const side = own.end <= drawn.first ? counts.earlier : counts.later;
    side.articles += articles;
    side.events += events;
  }
  return counts;
}

/** The closest look at which all dates can be drawn at once. */
export function zoomFor(dates: readonly string[]): Zoom {
  const fits = (zoom: Zoom) => {
    const all = dates.map((date) => indexOf(date, zoom));
    return Math.max(...all) - Math.min(...all) < shownAtOnce[zoom];
  };
  return dates.some((date) => date.length === 10) && fits('day')
    ? 'day'
    : dates.length > 0 && fits('month')
      ? 'month'
      : 'year';
}
