import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

/** Nothing to show: one sentence and at most one thing to do. */
export function EmptyState({
  children,
  action,
}: {
  readonly children: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <p className={css.sentence}>{children}</p>
      {action}
    </div>
  );
}
