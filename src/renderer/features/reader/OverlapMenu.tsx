import { CircleHelp } from 'lucide-react';
import { flip, FloatingPortal, offset, shift, useFloating } from '@floating-ui/react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Mention } from '../../../shared/model/actor.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import type { Overlap } from './use-clicks.ts';
import css from './OverlapMenu.module.css';

export interface OverlapMenuProps extends Pick<Overlap, 'passages' | 'at'> {
  /** A name there that is not certain. */
  readonly mention?: Mention | null;
  readonly onChoose: (annotation: Annotation) => void;
  readonly onAsk?: (mention: Mention) => void;
  readonly onClose: () => void;
}

/** The passages under the pointer and the name there, where that is more than one thing. */
export function OverlapMenu({ passages, mention, at, onChoose, onAsk, onClose }: OverlapMenuProps) {
  const m = useMessages();
  const menu = useRef<HTMLDivElement | null>(null);
  /** What had the focus, and has it again once the menu is gone. */
  const before = useRef<Element | null>(null);
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(8), flip(), shift({ padding: 8 })],
  });
  useLayoutEffect(() => {
    refs.setPositionReference({ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) });
  }, [refs, at]);
  // The portal comes a render later than its contents are made: an effect would find no menu.
  const open = useCallback(
    (element: HTMLDivElement | null) => {
      menu.current = element;
      refs.setFloating(element);
      if (element !== null) before.current = document.activeElement;
      else if (before.current instanceof HTMLElement && document.activeElement === document.body)
        before.current.focus({ preventScroll: true });
      element?.querySelector('button')?.focus({ preventScroll: true });
    },
    [refs],
  );
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  return (
    <FloatingPortal>
      <div
        ref={open}
        role="menu"
        tabIndex={-1}
        aria-label={
          mention == null
            ? m('reader.passagesHere', { count: passages.length })
            : m('reader.passagesAndName', { count: passages.length, text: mention.text })
        }
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
        {mention != null && (
          <button
            type="button"
            role="menuitem"
            className={css.mention}
            onClick={() => onAsk?.(mention)}
          >
            <CircleHelp size={14} strokeWidth={1.75} aria-hidden />
            {m('reader.whoIs', { text: mention.text })}
          </button>
        )}
      </div>
    </FloatingPortal>
  );
}
