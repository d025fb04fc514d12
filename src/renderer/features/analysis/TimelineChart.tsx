import type { ArticleSummary } from '../../../shared/model/article.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { isOneDay, isoDay, stretchOf, ticksOver } from './time-scale.ts';
import css from './Analysis.module.css';

/** Units of the drawing, which is scaled to the width there is. */
const width = 1040;
const nameWidth = 170;
const undatedWidth = 110;
const rowHeight = 40;
const top = 30;
const mostRows = 12;
const mostTicks = 6;

const short = (name: string) => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

/** One row for each outlet: a dot for a day, a bar for a month or a year, a number for no date. */
export function TimelineChart({ articles }: { readonly articles: readonly ArticleSummary[] }) {
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
  const stretches = articles.map(({ issued }) => stretchOf(issued)).filter((one) => one !== null);
  const range = {
    first: Math.min(...stretches.map(({ first }) => first)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
  const hasDates = stretches.length > 0;
  const left = nameWidth + 10;
  const right = width - undatedWidth - 14;
  const x = (day: number) =>
    left + ((day - range.first) / Math.max(1, range.end - range.first)) * (right - left);
  const height = top + rows.length * rowHeight + 6;
  return (
    <svg className={css.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {hasDates &&
        ticksOver(range, mostTicks).map((day) => (
          <g key={day}>
            <line className={css.rule} x1={x(day)} x2={x(day)} y1={top - 6} y2={height} />
            <text className={css.axis} x={x(day) + 4} y={14}>
              {formatIssued(isoDay(day))}
            </text>
          </g>
        ))}
      <text className={css.axis} x={width - undatedWidth} y={14}>
        {m('analysis.noDate')}
      </text>
      {rows.map(({ name, all }, i) => {
        const y = top + i * rowHeight + rowHeight / 2;
        const undated = all.filter(({ issued }) => stretchOf(issued) === null).length;
        return (
          <g key={name}>
            <line className={css.rule} x1={0} x2={width} y1={y + 20} y2={y + 20} />
            <text className={css.rowName} x={0} y={y + 5}>
              {short(name)}
            </text>
            {all.map((article) => (
              <Mark key={article.id} article={article} x={x} y={y} />
            ))}
            {undated > 0 && (
              <>
                <rect
                  className={css.pill}
                  x={width - undatedWidth}
                  y={y - 9}
                  width={92}
                  height={18}
                  rx={9}
                />
                <text className={css.axis} x={width - undatedWidth + 10} y={y + 4}>
                  {m('analysis.articlesHere', { count: undated })}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  readonly article: ArticleSummary;
  readonly x: (day: number) => number;
  readonly y: number;
}

/** The table has the same link for the keyboard. */
function Mark({ article, x, y }: MarkProps) {
  const stretch = stretchOf(article.issued);
  if (stretch === null) return null;
  const { first, end } = stretch;
  return (
    <a href={href({ name: 'article', id: article.id })} tabIndex={-1}>
      <title>{`${article.title} · ${formatIssued(article.issued) ?? ''}`}</title>
      {isOneDay(stretch) ? (
        <circle className={css.dot} cx={x(first + 0.5)} cy={y} r={5} />
      ) : (
        <rect
          className={css.bar}
          x={x(first)}
          y={y - 5}
          width={Math.max(10, x(end) - x(first))}
          height={10}
          rx={5}
        />
      )}
    </a>
  );
}
