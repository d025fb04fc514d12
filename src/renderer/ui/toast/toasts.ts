import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'plain' | 'error';
  /** Shown small after an error's message, to quote when asking for help. */
  readonly code?: string;
  readonly action?: ToastAction;
  /** A second thing to do about it. */
  readonly more?: ToastAction;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface Toasts {
  readonly toasts: readonly Toast[];
}

let lastId = 0;
const mostAtOnce = 3;

export const useToasts = create<Toasts>(() => ({ toasts: [] }));

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** What went well stands in the history: lines about it do not pile up over the page. */
const isOutdated = (earlier: Toast, { message, tone }: Toast): boolean =>
  earlier.message === message || (earlier.tone === 'plain' && tone === 'plain');

/**
 * Shows a line at the bottom, in place of one that says the same; what went well, in place of what
 * went well before it. Answers with its id.
 */
export function showToast(
  toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] },
): number {
  lastId += 1;
  const shown: Toast = { tone: 'plain', ...toast, id: lastId };
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((earlier) => !isOutdated(earlier, shown)), shown].slice(-mostAtOnce),
  }));
  return shown.id;
}
