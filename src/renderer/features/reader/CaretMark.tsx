import { useMessages } from '../../messages/messages.ts';
import type { Caret } from './use-caret.ts';
import css from './CaretMark.module.css';

/** The caret, where nothing can be typed and the browser draws none. */
export function CaretMark({ on, box }: Caret) {
  const m = useMessages();
  return (
    <>
      <p className="visually-hidden" role="status">
        {on ? m('reader.caretOn') : ''}
      </p>
      {box !== null && (
        <span
          className={css.caret}
          style={{ left: box.left - 1, top: box.top, height: box.height }}
          aria-hidden
        />
      )}
    </>
  );
}
