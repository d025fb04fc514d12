import { toErrorData } from '../../shared/contract/errors.ts';
import { showToast } from '../ui/toast/toasts.ts';

/** Says on screen what went wrong. */
export function showError(thrown: unknown): void {
  const { code, message } = toErrorData(thrown);
  showToast({ message, tone: 'error', code });
}
