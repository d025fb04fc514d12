import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';
import css from './Button.module.css';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  /** One primary button per view. `plain` has no edge; `link` is accent text. */
  readonly look?: 'primary' | 'outlined' | 'plain' | 'link' | 'danger';
  readonly icon?: LucideIcon;
  /** A key hint, hidden from screen readers, which hear `aria-keyshortcuts`. */
  readonly keys?: string;
  /** Why it cannot be used now; it stays focusable and says so in its tooltip. */
  readonly disabledReason?: string | undefined;
  readonly pending?: boolean;
  /** On a very small window its icon stands for it; its words stay its name. */
  readonly tight?: boolean;
}

export function Button({
  look = 'outlined',
  icon: Icon,
  keys,
  disabledReason,
  pending = false,
  tight = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const disabled = pending || disabledReason !== undefined;
  return (
    <button
      type="button"
      title={disabledReason}
      {...rest}
      data-tight={tight || undefined}
      className={classNames(css.button, css[look], className)}
      aria-disabled={disabled || undefined}
      aria-busy={pending || undefined}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control').replaceAll(' ', '+')}
      onClick={disabled ? undefined : onClick}
    >
      {Icon !== undefined && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {tight ? <span>{children}</span> : children}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </button>
  );
}
