import { autoUpdate, flip, offset, shift, useFloating, type Placement } from '@floating-ui/react';
import { useState } from 'react';

/** CSS px kept free between what floats and the edge of the window. */
const margin = 8;

/**
 * A box that opens beside its button, turns over where no room is left and follows it. `setReference`
 * and `setFloating` are the refs of the two; `gap` is CSS px between them. `close` gives the focus
 * back to the button at once, so that a dialog which opens meanwhile gives it back there, too.
 */
export function useAnchored(placement: Placement, gap: number) {
  const [open, setOpen] = useState(false);
  const [reference, setReference] = useState<Element | null>(null);
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const { floatingStyles, context } = useFloating({
    elements: { reference, floating },
    open,
    onOpenChange: setOpen,
    placement,
    middleware: [offset(gap), flip(), shift({ padding: margin, crossAxis: true })],
    whileElementsMounted: autoUpdate,
  });
  const close = () => {
    if (reference instanceof HTMLElement) reference.focus({ preventScroll: true });
    setOpen(false);
  };
  return { open, close, setReference, setFloating, floatingStyles, context };
}
