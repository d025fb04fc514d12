import type { Output } from '../../../../shared/contract/methods.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { isOneDay, stretchOf } from '../time-scale.ts';
import css from '../Analysis.module.css';
import own from './Timeline.module.css';

interface EventsRowProps {
  readonly items: Output<'analysis.periods'>['items'];
  readonly x: (day: number) => number;
  readonly y: number;
  readonly onChoose: (period: string) => void;
}

/** The dates the texts speak of: a diamond for a period, a bar for what is less precisely known. */
export function EventsRow({ items, x, y, onChoose }: EventsRowProps) {
  const m = useMessages();
  const shown = items.filter(({ events }) => events > 0);
  const finest = Math.max(...shown.map(({ period }) => period.length));
  return shown.map(({ period, events }) => {
    const stretch = stretchOf(period);
    if (stretch === null) return null;
    const [from, to] = [x(stretch.first), x(stretch.end)];
    const middle = (from + to) / 2;
    const name = m('analysis.countOf.events', { count: events, when: formatIssued(period) });
    const isBar = period.length < finest && !isOneDay(stretch);
    const radius = Math.min(9, 4 + Math.log2(events));
    return (
      <g key={period} className={own.event} onClick={() => onChoose(period)}>
        <title>{name}</title>
        {isBar ? (
          <rect
            className={css.bar}
            x={from}
            y={y + 8}
            width={Math.max(6, to - from)}
            height={7}
            rx={3}
          />
        ) : (
          <path
            className={own.diamond}
            d={`M${middle} ${y - radius}L${middle + radius} ${y}L${middle} ${y + radius}L${middle - radius} ${y}Z`}
          />
        )}
      </g>
    );
  });
}
