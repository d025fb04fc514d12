import type Electron from 'electron';
import { EventEmitter } from 'node:events';
import { recorded } from './record.ts';

/** Every dialog is dismissed; a test that wants another answer replaces the function. */
export const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async (..._args: unknown[]) => ({ response: 0, checkboxChecked: false }),
  showErrorBox(title: string, content: string) {
    recorded.errorBoxes.push({ title, content });
    process.stderr.write(`${title}: ${content}\n`);
  },
} satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
>;

export const shell = {
  openExternal: async (url: string) => void recorded.openedExternally.push(url),
  openPath: async () => 'The stand-in opens nothing.',
  showItemInFolder: (path: string) => void recorded.shownInFolder.push(path),
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

class StandInNativeTheme extends EventEmitter {
  themeSource: Electron.NativeTheme['themeSource'] = 'system';

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}

export const nativeTheme = new StandInNativeTheme();

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, bounds: area, workArea: area, scaleFactor: 1 };

export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
};
