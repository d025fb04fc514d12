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

/** Shows a line at the bottom; one that says the same is replaced. Answers with its id. */
export function showToast(
  toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] },
): number {
  lastId += 1;
  const shown: Toast = { tone: 'plain', ...toast, id: lastId };
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter(({ message }) => message !== shown.message), shown].slice(
      -mostAtOnce,
    ),
  }));
  return shown.id;
}
