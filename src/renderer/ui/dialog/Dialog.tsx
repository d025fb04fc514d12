import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { enterOnSelect } from '../enter-on-select.ts';
import css from './Dialog.module.css';

export interface DialogProps {
  /** The question or the name of what is shown. */
  readonly title: string;
  /** Escape and the browser's own closing; the parent then stops rendering the dialog. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What Enter in a field does: the same as the button of `type="submit"` among the actions. */
  readonly onSubmit?: () => void;
  /** Buttons; the safest one carries `data-autofocus`. */
  readonly actions?: ReactNode;
  /** CSS px: 440 for a question, 560 for a list to choose from, 680 for something to read, 960 for a list beside it. */
  readonly width?: 440 | 560 | 680 | 960;
  /** The title is only heard. */
  readonly quiet?: boolean;
  /** There is nothing to focus in it, only to read: it is itself, to be scrolled with the keys. */
  readonly onlyRead?: boolean;
}

/** It has the focus, so that arrows scroll it at once. */
const readOnly = { role: 'group', tabIndex: 0, 'data-autofocus': true } as const;

/** A modal dialog. The native element keeps the focus inside and gives it back. */
export function Dialog({
  title,
  onClose,
  children,
  onSubmit,
  actions,
  width = 440,
  quiet = false,
  onlyRead = false,
}: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it is still in the page: only then does it give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.addEventListener('keydown', enterOnSelect);
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog?.removeEventListener('keydown', enterOnSelect);
      dialog?.close();
    };
  }, []);
  const content = (
    <>
      <div className={css.body} {...(onlyRead && readOnly)}>
        {children}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </>
  );
  return (
    <dialog
      ref={element}
      className={css.dialog}
      style={{ width: `min(${width}px, calc(100vw - 32px))` }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={quiet ? 'visually-hidden' : css.title}>
        {title}
      </h2>
      {onSubmit === undefined ? (
        content
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {content}
        </form>
      )}
    </dialog>
  );
}
