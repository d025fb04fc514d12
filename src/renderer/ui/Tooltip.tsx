import {
  FloatingPortal,
  useDismiss,
  useFocus,
  useHover,
  useInteractions,
  type Placement,
} from '@floating-ui/react';
import { cloneElement, type ReactElement } from 'react';
import { useAnchored } from './menu/use-anchored.ts';
import css from './Tooltip.module.css';

type Trigger = ReactElement<Record<string, unknown>>;

export interface TooltipProps {
  readonly text: string;
  readonly placement?: Placement;
  /** The control; the tooltip repeats or completes its name, so it is hidden from screen readers. */
  readonly children: Trigger;
}

export function Tooltip({ text, placement = 'bottom', children }: TooltipProps) {
  const { open, setReference, setFloating, floatingStyles, context } = useAnchored(placement, 6);
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useHover(context, { delay: { open: 500, close: 0 }, move: false }),
    useFocus(context),
    // Escape is also for what it closes beneath.
    useDismiss(context, { referencePress: true, bubbles: { escapeKey: true } }),
  ]);
  return (
    <>
      {cloneElement(children, getReferenceProps({ ref: setReference, ...children.props }))}
      {open && (
        <FloatingPortal>
          <span
            ref={setFloating}
            className={css.tooltip}
            style={floatingStyles}
            {...getFloatingProps()}
            aria-hidden
          >
            {text}
          </span>
        </FloatingPortal>
      )}
    </>
  );
}
