import type { Placement } from '@floating-ui/react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './Tooltip.tsx';
import css from './IconButton.module.css';

export interface IconButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'disabled' | 'children' | 'aria-label' | 'aria-disabled'
> {
  readonly icon: LucideIcon;
  /** Its name, also shown as its tooltip. */
  readonly label: string;
  readonly size?: 16 | 18;
  readonly disabledReason?: string | undefined;
  readonly tooltipPlacement?: Placement;
}

export function IconButton({
  icon: Icon,
  label,
  size = 16,
  disabledReason,
  tooltipPlacement = 'bottom',
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const disabled = disabledReason !== undefined;
  return (
    <Tooltip text={disabledReason ?? label} placement={tooltipPlacement}>
      <button
        type="button"
        {...rest}
        className={classNames(css.button, className)}
        aria-label={label}
        aria-disabled={disabled || undefined}
        onClick={disabled ? undefined : onClick}
      >
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
