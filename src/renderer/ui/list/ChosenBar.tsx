import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { IconButton } from '../IconButton.tsx';
import css from './ChosenBar.module.css';

export interface ChosenBarProps {
  readonly label: string;
  /** How many are chosen, in words; announced when it changes. */
  readonly said: string;
  readonly edge: 'top' | 'bottom';
  /** Nothing is chosen and nothing else is to be seen here. */
  readonly hidden?: boolean;
  /** Set while something is chosen: lets go of it, as Escape does. */
  readonly onNone?: (() => void) | undefined;
  readonly noneLabel: string;
  /** What can be done with the chosen rows. */
  readonly children?: ReactNode;
}

/** How many rows of a list are chosen, and what can be done with them. */
export function ChosenBar({
  label,
  said,
  edge,
  hidden = false,
  onNone,
  noneLabel,
  children,
}: ChosenBarProps) {
  const press = (event: KeyboardEvent) => {
    // A menu that was opened from here closes first.
    const inside = event.currentTarget.contains(event.target as Node);
    if (event.key !== 'Escape' || onNone === undefined || !inside) return;
    event.preventDefault();
    onNone();
  };
  // The status stays where it is, or what it says at first is not announced.
  return (
    <div role="presentation" onKeyDown={press}>
      <div
        className={hidden ? 'visually-hidden' : css.bar}
        data-edge={edge}
        role={hidden ? undefined : 'group'}
        aria-label={hidden ? undefined : label}
      >
        <span className={css.count} role="status">
          {said}
        </span>
        {children}
        {onNone !== undefined && <IconButton icon={X} label={noneLabel} onClick={onNone} />}
      </div>
    </div>
  );
}
