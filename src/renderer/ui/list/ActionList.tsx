import type { KeyboardEvent, ReactNode } from 'react';
import css from './ActionList.module.css';

export interface ActionListProps {
  readonly label: string;
  /** What stands in the list, and what can be done with it. */
  readonly explain: string;
  /** `ActionRow`s. */
  readonly children: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** The body of a view: a few words, and things under each other that something can be done with. */
export function ActionList({ label, explain, children, onKeyDown }: ActionListProps) {
  return (
    <div className={css.body} role="presentation" onKeyDown={onKeyDown}>
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
  /** Where several can be chosen: the box before its name. */
  readonly box?: ReactNode;
}

export function ActionRow({ name, meta, language, action, box }: ActionRowProps) {
  return (
    <li className={css.row}>
      {box}
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
