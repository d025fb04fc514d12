import type { BaseWindow, Dialog } from 'electron';
import { basename } from 'node:path';
import type { GrantedPaths } from './granted-paths.ts';
import { messages } from './messages.ts';

type FileDialog = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;

/** Asks for files or one folder to import; what was chosen may then be read. */
export async function pickFiles(
  dialog: FileDialog,
  window: BaseWindow,
  granted: GrantedPaths,
  what: 'files' | 'folder',
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: messages.pick[what],
    buttonLabel: messages.pick.button,
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
  });
  if (canceled) return [];
  granted.allowReading(filePaths);
  return filePaths;
}

/** Asks where to save; the answer may then be written to once. Null when dismissed. */
export async function savePath(
  dialog: FileDialog,
  window: BaseWindow,
  granted: GrantedPaths,
  suggestedName: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: messages.save.title,
    buttonLabel: messages.save.button,
    defaultPath: basename(suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  granted.allowWriting(filePath);
  return filePath;
}
