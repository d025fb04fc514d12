import type { Facets } from '../../../shared/model/search.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { dateBars } from './date-bars.ts';
import css from './DateChart.module.css';

/** When the articles found were published, month by month or year by year; the list below has the numbers. */
export function DateChart({ year, month }: Pick<Facets, 'year' | 'month'>) {
  const m = useMessages();
  const bars = dateBars(year, month);
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined || bars.length < 2) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <figure
      className={css.chart}
      role="img"
      aria-label={m('search.publishedChart', {
        from: formatIssued(first.value),
        to: formatIssued(last.value),
      })}
    >
      <div className={css.bars}>
        {bars.map(({ value, count }) => (
          <span
            key={value}
            className={css.bar}
            style={{ height: `${(100 * count) / most}%` }}
            title={`${formatIssued(value)}: ${String(count)}`}
          />
        ))}
      </div>
      <div className={css.ends} aria-hidden>
        <span>{formatIssued(first.value)}</span>
        <span>{formatIssued(last.value)}</span>
      </div>
    </figure>
  );
}
