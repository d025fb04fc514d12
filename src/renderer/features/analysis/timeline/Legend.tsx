import { useMessages } from '../../../messages/messages.ts';
import css from '../Analysis.module.css';
import own from './Timeline.module.css';

interface LegendProps {
  /** Some articles are the text of another. */
  readonly shadows: boolean;
}

/** What the marks of the timeline stand for; its tables say the same in words. */
export function Legend({ shadows }: LegendProps) {
  const m = useMessages();
  return (
    <p className={own.legend} aria-hidden>
      <svg width={10} height={10}>
        <circle className={css.dot} cx={5} cy={5} r={5} />
      </svg>
      {m('analysis.legendDay')}
      {shadows && (
        <>
          <svg width={10} height={10}>
            <circle className={css.shadow} cx={5} cy={5} r={4} />
          </svg>
          {m('analysis.legendShadow')}
        </>
      )}
      <svg width={24} height={10}>
        <rect className={css.bar} x={0.5} y={0.5} width={23} height={9} rx={4.5} />
      </svg>
      {m('analysis.legendLonger')}
      <svg width={12} height={12}>
        <path className={own.diamond} d="M6 0L12 6L6 12L0 6Z" />
      </svg>
      {m('analysis.legendEvent')}
    </p>
  );
}
