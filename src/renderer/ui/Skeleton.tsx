import { useMessages } from '../messages/messages.ts';
import css from './Skeleton.module.css';

export interface SkeletonProps {
  /** What is on its way: rows of a list, or a page of words. */
  readonly of: 'rows' | 'page';
}

const count = { rows: 6, page: 9 };

/** Hairlines where words will be; nothing before 150 ms, so that quick answers do not flicker. */
export function Skeleton({ of }: SkeletonProps) {
  const m = useMessages();
  return (
    <div className={css.skeleton} data-of={of} role="status">
      <span className="visually-hidden">{m('ui.loading')}</span>
      {Array.from({ length: count[of] }, (_, i) => (
        <span key={i} className={css.line} />
      ))}
    </div>
  );
}
