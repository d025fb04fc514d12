import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Trash.module.css';

export interface TrashRowProps {
  readonly title: string;
  readonly language?: string | null;
  /** What it is, and where it is from. */
  readonly meta: string;
  readonly onRestore: () => void;
}

/** Something deleted, and the way back. */
export function TrashRow({ title, language, meta, onRestore }: TrashRowProps) {
  const m = useMessages();
  return (
    <li className={css.row}>
      <span className={css.article}>
        <span className={css.name} lang={language ?? undefined}>
          {title}
        </span>
        <span className={css.meta}>{meta}</span>
      </span>
      <Button aria-label={m('library.restoreNamed', { title })} onClick={onRestore}>
        {m('library.restore')}
      </Button>
    </li>
  );
}
