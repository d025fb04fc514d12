import { Ellipsis } from 'lucide-react';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import { useMessages } from '../../messages/messages.ts';
import { reasonText } from '../../messages/reason.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../ui/menu/Menu.tsx';
import css from './HiddenNote.module.css';

export interface HiddenNoteProps {
  readonly range: HiddenRange;
  /** Shows a hidden line again; lets an offered one stand as it is. */
  readonly onShow: (range: HiddenRange) => void;
  readonly onHide: (range: HiddenRange) => void;
  /** What the line can teach about its outlet; empty where that is unknown. */
  readonly lessons: readonly MenuItem[];
  readonly lessonsLabel: string;
}

/** Why a line is or could be hidden, at its right edge, and what to do about it, here or everywhere. */
export function HiddenNote({ range, onShow, onHide, lessons, lessonsLabel }: HiddenNoteProps) {
  const m = useMessages();
  const reason = reasonText(m, range);
  const offered = range.by === 'offered';
  return (
    <span className={css.note}>
      {offered ? m('reader.offer', { reason }) : reason}
      {offered && (
        <button type="button" className={css.restore} onClick={() => onHide(range)}>
          {m('reader.hideLine')}
        </button>
      )}
      <button type="button" className={css.restore} onClick={() => onShow(range)}>
        {m(offered ? 'reader.keepLine' : 'reader.restore')}
      </button>
      {lessons.length > 0 && (
        <Menu label={lessonsLabel} placement="bottom-end" items={lessons}>
          <IconButton icon={Ellipsis} label={lessonsLabel} />
        </Menu>
      )}
    </span>
  );
}
