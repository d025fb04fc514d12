import type { HiddenRange } from '../../../shared/model/ranges.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './HiddenNote.module.css';

export interface HiddenNoteProps {
  readonly range: HiddenRange;
  readonly onRestore: (range: HiddenRange) => void;
}

/** Why a line is hidden, at its right edge, and the way to have it back. */
export function HiddenNote({ range, onRestore }: HiddenNoteProps) {
  const m = useMessages();
  return (
    <span className={css.note}>
      {m(`reader.reason.${range.reason}`)}
      <button type="button" className={css.restore} onClick={() => onRestore(range)}>
        {m('reader.restore')}
      </button>
    </span>
  );
}
