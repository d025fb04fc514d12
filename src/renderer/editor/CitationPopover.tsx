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
    if (!next && floating?.contains(document.activeElement) === true) mark.focus();
    if (!next && document.activeElement !== mark) onLeave();
  };
  const { floatingStyles, context } = useFloating({
    elements: { reference: mark, floating },
    open,
    onOpenChange: change,
    placement: 'bottom',
    middleware: [offset(6), flip(), shift({ padding: 8, crossAxis: true })],
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
    return () => clearTimeout(timer);
  }, [mark, onLeave]);
  useEffect(() => {
    const blurred = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && floating?.contains(relatedTarget) === true) return;
      if (!mark.matches(':hover')) onLeave();
    };
    mark.addEventListener('blur', blurred);
    return () => mark.removeEventListener('blur', blurred);
  }, [floating, mark, onLeave]);
  const within = tabsThrough(mark, floating);
  useEffect(() => {
    mark.addEventListener('keydown', within);
    return () => mark.removeEventListener('keydown', within);
  });
  if (!open) return null;
  return (
    <FloatingPortal>
      <div
        ref={setFloating}
        className={css.card}
        style={floatingStyles}
        {...getFloatingProps({
          onKeyDown: ({ nativeEvent }) => within(nativeEvent),
          onBlur: ({ relatedTarget, currentTarget }) => {
            if (relatedTarget === mark || currentTarget.contains(relatedTarget)) return;
            if (!currentTarget.matches(':hover')) onLeave();
          },
        })}
      >
        {children}
      </div>
    </FloatingPortal>
  );
}

/**
 * Tab goes from a mark in the text into what it shows, and from its last button on behind the mark,
 * though it is drawn elsewhere.
 */
function tabsThrough(mark: HTMLElement, floating: HTMLElement | null) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || floating === null) return;
    const buttons = [...floating.querySelectorAll('button')];
    if (event.target === mark && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      buttons[0]?.focus();
    } else if (event.target === buttons.at(event.shiftKey ? 0 : -1)) {
      if (event.shiftKey) event.preventDefault();
      // Without Shift the browser goes on from the mark.
      mark.focus({ preventScroll: true });
    }
  };
}
