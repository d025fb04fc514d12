import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { enterOnSelect } from './enter-on-select.ts';
import css from './FloatingBox.module.css';

export interface FloatingBoxProps {
  readonly label: string;
  /** What it is about, asked for its box again while things scroll. */
  readonly anchor: { readonly getBoundingClientRect: () => DOMRect };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A small dialog at words of a text that leaves the rest of the page usable: closed by Escape or a
 * press elsewhere. What carries `data-autofocus` takes the focus, which goes back where it was.
 */
export function FloatingBox({ label, anchor, onClose, children }: FloatingBoxProps) {
  const box = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    // Where there is room neither below nor above it lies on the words rather than outside.
    middleware: [offset(9), flip({ padding: 10 }), shift({ padding: 10, crossAxis: true })],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => refs.setPositionReference(anchor), [refs, anchor]);
  // Before the box is gone, so that one that takes its place gives the focus back to the same.
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) onClose();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    const element = box.current;
    element?.addEventListener('keydown', enterOnSelect);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape);
    return () => {
      element?.removeEventListener('keydown', enterOnSelect);
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [onClose]);
  return (
    <div
      ref={(element) => {
        box.current = element;
        refs.setFloating(element);
      }}
      role="dialog"
      tabIndex={-1}
      aria-label={label}
      className={css.box}
      style={floatingStyles}
    >
      {children}
    </div>
  );
}
