import { stances, type Stance } from '../../shared/model/stance.ts';
import { useMessages } from '../messages/messages.ts';
import css from './marks.module.css';

export interface StanceChoiceProps {
  readonly stance: Stance | undefined;
  readonly onStance: (stance: Stance | undefined) => void;
}

/** How a cited passage bears on its sentence: pressing what is chosen takes it back. */
export function StanceChoice({ stance, onStance }: StanceChoiceProps) {
  const m = useMessages();
  return (
    <div className={css.stances} role="group" aria-label={m('briefings.stance.label')}>
      {stances.map((each) => (
        <button
          key={each}
          type="button"
          className={css.stance}
          aria-pressed={each === stance}
          onClick={() => onStance(each === stance ? undefined : each)}
        >
          {m(`briefings.stance.${each}`)}
        </button>
      ))}
    </div>
  );
}
