import type { ReactNode } from 'react';
import { formatCount } from '../../messages/numbers.ts';
import css from './PaneHeader.module.css';

export interface PaneHeaderProps {
  readonly title: string;
  readonly count?: ReactNode;
  /** 1 where the pane is the whole view. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}

/** The heading of a pane: title, how many, and what acts on the pane at its end. */
export function PaneHeader({ title, count, level = 2, children }: PaneHeaderProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={css.header}>
      <Heading className={css.title}>{title}</Heading>
      <span className={css.count}>{typeof count === 'number' ? formatCount(count) : count}</span>
      {children}
    </div>
  );
}
