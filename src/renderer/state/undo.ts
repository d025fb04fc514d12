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

/** More entries than can stand undone over the last one that is done. */
const looked = 200;

/** The entry that undo would take back now; undefined where there is none. */
async function lastDone(): Promise<number | undefined> {
  const { items } = await client.call('history.list', { limit: looked });
  return items.find(({ state }) => state === 'done')?.id;
}

/** Takes back that entry and leaves what was done since, such as a passage marked meanwhile. */
async function takeBack(m: Messages, id: number | undefined): Promise<void> {
  try {
    if (id === undefined || id === (await lastDone())) return await undo(m);
    const { label } = await client.call('history.revert', { id });
    showToast({ message: m('app.undone', { label }) });
  } catch (error) {
    showError(error);
  }
}

/** Says that something was done, with a button that takes it back, and perhaps one that goes on. */
export function showDone(m: Messages, message: string, more?: ToastAction): void {
  // Said only when the entry is known: what is done after that cannot be taken for it.
  void lastDone()
    .catch(() => undefined)
    .then((entry) =>
      showToast({
        message,
        action: { label: m('ui.undo'), run: () => void takeBack(m, entry) },
        ...(more === undefined ? {} : { more }),
      }),
    );
}
