import type { RefCallback } from 'react';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { href } from '../../../state/route.ts';
import { isoDay, isOneDay, stretchOf } from '../time-scale.ts';
import { EventsRow } from './EventsRow.tsx';
import { marksOf, type Mark } from './marks.ts';
import { indexOf, isIn, periodAt, stretchOfView, ticksOf, type View } from './periods.ts';
import css from '../Analysis.module.css';
import own from './Timeline.module.css';
import { shortened } from '../../../../shared/text/shorten.ts';

const nameWidth = 170;
const undatedWidth = 110;
const rowHeight = 40;
const top = 30;
const mostRows = 12;
/** The room a tick's date needs. */
const tickWidth = 120;

const short = (name: string) => shortened(name, 24);

interface TimelineChartProps {
  readonly articles: readonly ArticleSummary[];
  readonly periods: Output<'analysis.periods'>['items'];
  readonly undatedEvents: number;
  /** What is drawn; null: nothing has a date. */
  readonly view: View | null;
  readonly chosen: string | null;
  readonly onChoose: (period: string | null) => void;
  readonly chart: RefCallback<SVGSVGElement>;
  /** In units of the drawing. */
  readonly width: number;
}

/** What the texts speak of, and one row for each outlet: a dot for a day, a bar for a month or a year, a number for no date. */
export function TimelineChart({
  articles,
  periods,
  undatedEvents,
  view,
  chosen,
  onChoose,
  chart,
  width,
}: TimelineChartProps) {
  const m = useMessages();
  const named = Map.groupBy(articles, (article) => article['container-title']);
  const byUse = [...named].toSorted((a, b) => b[1].length - a[1].length);
  const rows = byUse.slice(0, mostRows).map(([outlet, all]) => ({
    name: outlet ?? m('analysis.outletUnknown'),
    all,
  }));
  if (byUse.length > mostRows) {
    rows.push({
      name: m('analysis.otherOutlets'),
      all: byUse.slice(mostRows).flatMap(([, all]) => all),
    });
  }
  const range = view === null ? { first: 0, end: 1 } : stretchOfView(view);
  const band = chosen === null ? null : stretchOf(chosen);
  const left = nameWidth + 10;
  const right = width - undatedWidth - 14;
  const x = (day: number) =>
    left + ((day - range.first) / Math.max(1, range.end - range.first)) * (right - left);
  const clip = (day: number) => Math.min(range.end, Math.max(range.first, day));
  const height = top + (rows.length + 1) * rowHeight + 6;
  const middleOf = (row: number) => top + row * rowHeight + rowHeight / 2;
  return (
    <svg ref={chart} className={css.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {band !== null && (
        <rect
          className={own.band}
          x={x(clip(band.first))}
          y={top - 6}
          width={Math.max(3, x(clip(band.end)) - x(clip(band.first)))}
          height={height}
        />
      )}
      {view !== null &&
        ticksOf(view, Math.max(2, Math.floor((right - left) / tickWidth))).map((period) => {
          const at = x(stretchOf(period)?.first ?? 0);
          return (
            <g key={period}>
              <line className={css.rule} x1={at} x2={at} y1={top - 6} y2={height} />
              <text className={css.axis} x={at + 4} y={14}>
                {formatIssued(period)}
              </text>
            </g>
          );
        })}
      <text className={css.axis} x={width - undatedWidth} y={14}>
        {m('analysis.noDate')}
      </text>
      <line className={css.rule} x1={0} x2={width} y1={middleOf(0) + 20} y2={middleOf(0) + 20} />
      <text className={css.rowName} x={0} y={middleOf(0) + 5}>
        {m('analysis.events')}
      </text>
      <EventsRow items={periods} x={(day) => x(clip(day))} y={middleOf(0)} onChoose={onChoose} />
      {undatedEvents > 0 && (
        <Pill
          x={width - undatedWidth}
          y={middleOf(0)}
          text={m('analysis.eventsHere', { count: undatedEvents })}
          onChoose={() => onChoose(null)}
        />
      )}
      {rows.map(({ name, all }, i) => {
        const y = middleOf(i + 1);
        const undated = all.filter(({ issued }) => stretchOf(issued) === null).length;
        return (
          <g key={name}>
            <line className={css.rule} x1={0} x2={width} y1={y + 20} y2={y + 20} />
            <text className={css.rowName} x={0} y={y + 5}>
              {short(name)}
            </text>
            {marksOf(
              all.filter(({ issued }) => isIn(issued, range)),
              (day) => x(clip(day)),
            ).map((mark) => (
              <DrawnMark
                key={mark.articles[0]?.id}
                mark={mark}
                x={(day) => x(clip(day))}
                y={y}
                onChoose={onChoose}
                period={
                  view === null ? null : periodAt(indexOf(isoDay(mark.first), view.zoom), view.zoom)
                }
              />
            ))}
            {undated > 0 && (
              <Pill
                x={width - undatedWidth}
                y={y}
                text={m('analysis.articlesHere', { count: undated })}
                onChoose={() => onChoose(null)}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface PillProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly onChoose: () => void;
}

/** How many have no date; the table has the same count for the keyboard. */
const Pill = ({ x, y, text, onChoose }: PillProps) => (
  <g className={own.event} onClick={onChoose}>
    <rect className={css.pill} x={x} y={y - 9} width={92} height={18} rx={9} />
    <text className={css.axis} x={x + 10} y={y + 4}>
      {text}
    </text>
  </g>
);

interface DrawnMarkProps {
  readonly mark: Mark;
  readonly x: (day: number) => number;
  readonly y: number;
  /** What is chosen by a click where several articles stand. */
  readonly period: string | null;
  readonly onChoose: (period: string | null) => void;
}

/** The tables have the same links and counts for the keyboard. */
function DrawnMark({ mark, x, y, period, onChoose }: DrawnMarkProps) {
  const m = useMessages();
  const { articles, first, end } = mark;
  const [one] = articles;
  if (one === undefined) return null;
  const when = formatIssued(one.issued) ?? '';
  const more = Math.min(2, Math.log2(articles.length) / 2);
  const dot = articles.every(({ shadowOf }) => shadowOf !== null)
    ? { className: css.shadow, r: 4 + more }
    : { className: css.dot, r: 5 + more };
  const drawn = isOneDay(mark) ? (
    <circle {...dot} cx={x(first + 0.5)} cy={y} />
  ) : (
    <rect
      className={css.bar}
      x={x(first)}
      y={y - 5}
      width={Math.max(10, x(end) - x(first))}
      height={10}
      rx={5}
    />
  );
  if (articles.length > 1) {
    return (
      <g className={own.event} onClick={() => onChoose(period)}>
        <title>{`${m('analysis.articlesOf', { count: articles.length })} · ${when}`}</title>
        {drawn}
      </g>
    );
  }
  return (
    <a href={href({ name: 'article', id: one.id })} tabIndex={-1}>
      <title>{`${one.title} · ${when}`}</title>
      {drawn}
    </a>
  );
}
