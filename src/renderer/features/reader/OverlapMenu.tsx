import { flip, FloatingPortal, offset, shift, useFloating } from '@floating-ui/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './OverlapMenu.module.css';

export interface OverlapMenuProps {
  /** Shortest first. */
  readonly passages: readonly Annotation[];
  readonly at: { readonly x: number; readonly y: number };
  readonly onChoose: (annotation: Annotation) => void;
  readonly onClose: () => void;
}

/** The passages under the pointer, where there are several. */
export function OverlapMenu({ passages, at, onChoose, onClose }: OverlapMenuProps) {
  const m = useMessages();
  const menu = useRef<HTMLDivElement | null>(null);
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(8), flip(), shift({ padding: 8 })],
  });
  useLayoutEffect(() => {
    refs.setPositionReference({ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) });
  }, [refs, at]);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  return (
    <FloatingPortal>
      <div
        ref={(element) => {
          menu.current = element;
          refs.setFloating(element);
        }}
        role="menu"
        tabIndex={-1}
        aria-label={m('reader.passagesHere', { count: passages.length })}
        className={css.menu}
        style={floatingStyles}
        onKeyDown={(event) => {
          const items = [...event.currentTarget.querySelectorAll('button')];
          const now = items.indexOf(document.activeElement as HTMLButtonElement);
          if (event.key === 'Escape') onClose();
          else if (event.key === 'ArrowDown') items[(now + 1) % items.length]?.focus();
          else if (event.key === 'ArrowUp') items.at(now - 1)?.focus();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {passages.map((annotation) => (
          <button
            key={annotation.id}
            type="button"
            role="menuitem"
            className={css.item}
            data-colour={annotation.colour}
            onClick={() => onChoose(annotation)}
          >
            {annotation.quote}
          </button>
        ))}
      </div>
    </FloatingPortal>
  );
}
