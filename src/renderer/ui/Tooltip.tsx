import {
  autoUpdate,
  flip,
  FloatingPortal,
  offset,
  shift,
  useDismiss,
  useFloating,
  useFocus,
  useHover,
  useInteractions,
  type Placement,
} from '@floating-ui/react';
import { cloneElement, useState, type ReactElement } from 'react';
import css from './Tooltip.module.css';

type Trigger = ReactElement<Record<string, unknown>>;

export interface TooltipProps {
  readonly text: string;
  readonly placement?: Placement;
  /** The control; the tooltip repeats or completes its name, so it is hidden from screen readers. */
  readonly children: Trigger;
}

export function Tooltip({ text, placement = 'bottom', children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const [reference, setReference] = useState<Element | null>(null);
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const { floatingStyles, context } = useFloating({
    elements: { reference, floating },
    open,
    onOpenChange: setOpen,
    placement,
    middleware: [offset(6), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
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
