import { client } from '../api/client.ts';
import { showError } from '../api/show-error.ts';
import type { Messages } from '../messages/messages.ts';
import { showToast, type ToastAction } from '../ui/toast/toasts.ts';

/** Takes back the last thing done in the library and says what it was. */
export async function undo(m: Messages): Promise<void> {
  try {
    const { label } = await client.call('history.undo', {});
    showToast({
      message: m('app.undone', { label }),
      action: { label: m('app.redo'), run: () => void redo(m) },
    });
  } catch (error) {
    showError(error);
  }
}

/** Does again what was undone last. */
export async function redo(m: Messages): Promise<void> {
  try {
    const { label } = await client.call('history.redo', {});
    showToast({
      message: m('app.redone', { label }),
      action: { label: m('app.undo'), run: () => void undo(m) },
    });
  } catch (error) {
    showError(error);
  }
}

/** Says that something was done, with a button that takes it back, and perhaps one that goes on. */
export const showDone = (m: Messages, message: string, more?: ToastAction): number =>
  showToast({
    message,
    action: { label: m('ui.undo'), run: () => void undo(m) },
    ...(more === undefined ? {} : { more }),
  });
