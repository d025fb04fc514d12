import type { ReactNode } from 'react';
import css from './View.module.css';

export interface ViewProps {
  readonly title: string;
  /** What is shown, in numbers; announced when it changes. */
  readonly count?: ReactNode;
  /** What acts on the whole view, at the end of its heading. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A view under its heading; what scrolls in it is its own. */
export function View({ title, count, tools, children }: ViewProps) {
  return (
    <section className={css.view} aria-label={title}>
      <header className={css.header}>
        <h1 className={css.title}>{title}</h1>
        <span className={css.count} role="status">
          {count}
        </span>
        {tools !== undefined && <div className={css.tools}>{tools}</div>}
      </header>
      {children}
    </section>
  );
}
