import { client, lastEntry } from '../api/client.ts';
import { showError } from '../api/show-error.ts';
import type { Messages } from '../messages/messages.ts';
import { showToast, type ToastAction } from '../ui/toast/toasts.ts';

const sayUndone = (m: Messages, label: string) =>
  showToast({
    message: m('app.undone', { label }),
    action: { label: m('app.redo'), run: () => void redo(m) },
  });

/** Takes back the last thing done in the library and says what it was. */
export async function undo(m: Messages): Promise<void> {
  try {
    const { label } = await client.call('history.undo', {});
    sayUndone(m, label);
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

/** Takes back that entry and leaves what was done since, such as a passage marked meanwhile. */
async function takeBack(m: Messages, entry: number): Promise<void> {
  try {
    const { id, label } = await client.call('history.undo', { id: entry });
    // What was taken back alone is a new entry: there is nothing to do again.
    if (id === entry) sayUndone(m, label);
    else showToast({ message: m('app.undone', { label }) });
  } catch (error) {
    showError(error);
  }
}

/**
 * Says that something was done, with a button that takes it back, and perhaps one that goes on. To be
 * called as soon as the command is answered; one that changed nothing has nothing to be taken back.
 */
export function showDone(m: Messages, message: string, more?: ToastAction): void {
  const entry = lastEntry();
  showToast({
    message,
    ...(entry === undefined
      ? {}
      : { action: { label: m('ui.undo'), run: () => void takeBack(m, entry) } }),
    ...(more === undefined ? {} : { more }),
  });
}
