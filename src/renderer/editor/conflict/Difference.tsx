import { useId } from 'react';
import { mergeSides, type MergeSide } from '../../../shared/briefing/merge-documents.ts';
import type { ComparedBlock } from '../../../shared/model/version.ts';
import { useMessages } from '../../messages/messages.ts';
import { Comparison } from '../versions/Comparison.tsx';
import css from './conflict.module.css';

export interface DifferenceProps {
  /** From what was saved to what is on this page. */
  readonly compared: readonly ComparedBlock[];
  /** The one side that has these paragraphs; null where both have. */
  readonly only: 'mine' | 'theirs' | null;
  readonly side: MergeSide;
  readonly onSide: (side: MergeSide) => void;
}

/** Paragraphs that differ, word by word, and which of them are to stay. */
export function Difference({ compared, only, side, onSide }: DifferenceProps) {
  const m = useMessages();
  const name = useId();
  const taken = only === 'mine' ? 'theirs' : 'mine';
  const label = (one: MergeSide) => {
    if (only === null) return m(`conflict.${one}`);
    return m(one === taken ? 'conflict.leaveOut' : 'conflict.keep');
  };
  return (
    <fieldset className={css.difference}>
      <legend className={css.legend}>
        {m(only === null ? 'conflict.differs' : `conflict.only.${only}`)}
      </legend>
      <Comparison blocks={compared} />
      <div className={css.sides}>
        {(only === null ? mergeSides : ([only, taken] as const)).map((one) => (
          <label key={one} className={css.side}>
            <input
              type="radio"
              name={name}
              checked={one === side || (only !== null && side === 'both' && one === only)}
              onChange={() => onSide(one)}
            />
            {label(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
