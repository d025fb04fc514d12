import type { Output } from '../../../../shared/contract/methods.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { formatCount } from '../../../messages/numbers.ts';
import css from './Timeline.module.css';

type Periods = Output<'analysis.periods'>;
export type Counted = 'articles' | 'events';

interface PeriodsTableProps {
  readonly items: Periods['items'];
  readonly undated: Periods['undated'];
  /** The period in the list below; null: what has no date; undefined: all in sight. */
  readonly chosen: string | null | undefined;
  readonly onChoose: (period: string | null) => void;
}

const counted: readonly Counted[] = ['articles', 'events'];

/** What the drawing shows, as counts: each leads to what it counts. */
export function PeriodsTable({ items, undated, chosen, onChoose }: PeriodsTableProps) {
  const m = useMessages();
  const columns = [
    ...items.map(({ period, ...counts }) => ({
      period,
      counts,
      name: formatIssued(period),
    })),
    { period: null, counts: undated, name: m('analysis.noDate') },
  ];
  return (
    <div className={css.periods} role="region" aria-label={m('analysis.periods')} tabIndex={0}>
      <table aria-label={m('analysis.periods')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{m('analysis.what')}</span>
            </th>
            {columns.map(({ period, name }) => (
              <th key={period} scope="col" aria-current={period === chosen || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.map((kind) => (
            <tr key={kind}>
              <th scope="row">{m(`analysis.counted.${kind}`)}</th>
              {columns.map(({ period, counts, name }) => (
                <td key={period} aria-current={period === chosen || undefined}>
                  {counts[kind] === 0 ? (
                    <span className={css.zero}>0</span>
                  ) : (
                    <button
                      type="button"
                      aria-pressed={period === chosen}
                      aria-label={m(`analysis.countOf.${kind}`, {
                        count: counts[kind],
                        when: name,
                      })}
                      onClick={() => onChoose(period)}
                    >
                      {formatCount(counts[kind])}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
