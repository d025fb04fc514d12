import {
  FloatingFocusManager,
  FloatingPortal,
  useClick,
  useDismiss,
  useInteractions,
  useRole,
  type Placement,
} from '@floating-ui/react';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import css from './Popover.module.css';
import { useAnchored } from './use-anchored.ts';

export interface PopoverProps {
  readonly label: string;
  readonly placement?: Placement;
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** What stands in it; `close` closes it and gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode;
}

export function Popover({ label, placement = 'bottom-start', trigger, children }: PopoverProps) {
  const { open, close, setReference, setFloating, floatingStyles, context } = useAnchored(
    placement,
    6,
  );
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useClick(context),
    useRole(context, { role: 'dialog' }),
    useDismiss(context),
  ]);
  return (
    <>
      {cloneElement(trigger, getReferenceProps({ ref: setReference, ...trigger.props }))}
      {open && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false}>
            <div
              ref={setFloating}
              className={css.popover}
              style={floatingStyles}
              {...getFloatingProps({ 'aria-label': label })}
            >
              {children(close)}
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}
