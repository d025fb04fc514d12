import type { Dialog } from 'electron';
import { toErrorData } from '../../../shared/contract/errors.ts';
import type { Library } from '../../library/library.ts';
import type { LibraryWorkerOptions } from '../../worker/connect-library.ts';
import { keepLibrary } from '../../worker/keep-library.ts';
import { messages } from './messages.ts';

type Dialogs = Pick<Dialog, 'showErrorBox' | 'showMessageBox'>;

async function wantsToRead(dialog: Dialogs, detail: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: messages.locked.message,
    detail,
    buttons: [messages.locked.read, messages.locked.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Opens the library. Where another program has it open for writing, asks whether to open it for
 * reading; where it cannot be opened at all, says why. Null where there is nothing to go on with.
 */
export async function openDesktopLibrary(
  dialog: Dialogs,
  options: LibraryWorkerOptions,
): Promise<Library | null> {
  try {
    return await keepLibrary(options);
  } catch (error) {
    const { code, message } = toErrorData(error);
    if (code === 'library-locked' && options.readOnly !== true) {
      const read = await wantsToRead(dialog, message);
      return read ? openDesktopLibrary(dialog, { ...options, readOnly: true }) : null;
    }
    dialog.showErrorBox(messages.cannotOpen, message);
    return null;
  }
}
