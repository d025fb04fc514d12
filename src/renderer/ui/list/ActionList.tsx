import type { ReactNode } from 'react';
import css from './ActionList.module.css';

export interface ActionListProps {
  readonly label: string;
  /** What stands in the list, and what can be done with it. */
  readonly explain: string;
  /** `ActionRow`s. */
  readonly children: ReactNode;
}

/** The body of a view: a few words, and things under each other that something can be done with. */
export function ActionList({ label, explain, children }: ActionListProps) {
  return (
    <div className={css.body}>
      <p className={css.explain}>{explain}</p>
      <ul aria-label={label}>{children}</ul>
    </div>
  );
}

export interface ActionRowProps {
  readonly name: ReactNode;
  readonly meta: string;
  /** The language of the name, where it is another than the page's. */
  readonly language?: string | null;
  /** What can be done with it. */
  readonly action: ReactNode;
}

export function ActionRow({ name, meta, language, action }: ActionRowProps) {
  return (
    <li className={css.row}>
      <span className={css.copy}>
        <span className={css.name} lang={language ?? undefined}>
          {name}
        </span>
        <span className={css.meta}>{meta}</span>
      </span>
      {action}
    </li>
  );
}
