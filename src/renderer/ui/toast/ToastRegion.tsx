import { CircleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { dismissToast, useToasts, type Toast } from './toasts.ts';
import css from './ToastRegion.module.css';

const shownMs = 8000;

function ToastLine({ toast }: { readonly toast: Toast }) {
  const m = useMessages();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), shownMs);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    <div
      className={css.toast}
      role={toast.tone === 'error' ? 'alert' : 'status'}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {toast.tone === 'error' && <CircleAlert size={16} strokeWidth={1.75} aria-hidden />}
      <span className={css.message}>
        {toast.message}
        {toast.code !== undefined && (
          <span className={css.code}>{m('ui.errorCode', { code: toast.code })}</span>
        )}
      </span>
      {[toast.action, toast.more].map(
        (action) =>
          action !== undefined && (
            <button
              key={action.label}
              type="button"
              className={css.action}
              onClick={() => {
                action.run();
                dismissToast(toast.id);
              }}
            >
              {action.label}
            </button>
          ),
      )}
      <button
        type="button"
        className={css.close}
        aria-label={m('ui.close')}
        onClick={() => dismissToast(toast.id)}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}

/** Where toasts appear: over everything, also over an open dialog. */
export function ToastRegion() {
  const m = useMessages();
  const toasts = useToasts((state) => state.toasts);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);
  return (
    <section
      ref={region}
      popover="manual"
      className={css.region}
      aria-label={m('ui.notifications')}
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
