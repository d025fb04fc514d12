import type { BaseWindow, Dialog } from 'electron';
import { basename } from 'node:path';
import { formats } from '../../library/import/formats/registry.ts';
import type { GrantedPaths } from './granted-paths.ts';
import { messages } from './messages.ts';

type FileDialog = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;

/** All that can be imported first, then each format, then any file: the content decides. */
const filters = () => [
  {
    name: messages.pick.articles,
    extensions: formats.flatMap(({ extensions }) => [...extensions]),
  },
  ...formats.map(({ label, extensions }) => ({ name: label, extensions: [...extensions] })),
  { name: messages.pick.anyFile, extensions: ['*'] },
];

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
    ...(what === 'files' ? { filters: filters() } : {}),
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
