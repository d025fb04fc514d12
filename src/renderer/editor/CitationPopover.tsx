import {
  autoUpdate,
  flip,
  FloatingPortal,
  offset,
  safePolygon,
  shift,
  useDismiss,
  useFloating,
  useHover,
  useInteractions,
} from '@floating-ui/react';
import { useEffect, useState, type ReactNode } from 'react';
import css from './marks.module.css';

/** How long the pointer rests on a citation before its passage is shown, in ms. */
const restMs = 150;

export interface CitationPopoverProps {
  /** The citation that the pointer or the focus came to. */
  readonly mark: HTMLAnchorElement;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** What a citation shows while the pointer or the focus is on it. There may be thousands of them. */
export function CitationPopover({ mark, onLeave, children }: CitationPopoverProps) {
  const [open, setOpen] = useState(false);
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next && document.activeElement !== mark) onLeave();
  };
  const { floatingStyles, context } = useFloating({
    elements: { reference: mark, floating },
    open,
    onOpenChange: change,
    placement: 'bottom',
    middleware: [offset(6), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
  const { getFloatingProps } = useInteractions([
    useHover(context, { delay: { open: restMs, close: 80 }, handleClose: safePolygon() }),
    useDismiss(context),
  ]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (mark.matches(':hover, :focus')) setOpen(true);
      else onLeave();
    }, restMs);
    const blurred = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && floating?.contains(relatedTarget) === true) return;
      if (!mark.matches(':hover')) onLeave();
    };
    mark.addEventListener('blur', blurred);
    return () => {
      clearTimeout(timer);
      mark.removeEventListener('blur', blurred);
    };
  }, [floating, mark, onLeave]);
  if (!open) return null;
  return (
    <FloatingPortal>
      <div ref={setFloating} className={css.card} style={floatingStyles} {...getFloatingProps()}>
        {children}
      </div>
    </FloatingPortal>
  );
}
