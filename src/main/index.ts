import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { prepareDesktop, startDesktop } from './hosts/electron/desktop.ts';
import { launchOptions } from './hosts/electron/launch-options.ts';
import { OpenedFiles } from './hosts/electron/opened-files.ts';
import { programFiles } from './hosts/program-files.ts';

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
};
const options = launchOptions(process.argv.slice(1));
const opened = new OpenedFiles();

if (prepareDesktop(electron, options, opened)) {
  // Not awaited at the top level: Electron is never ready before this module has ended.
  void app
    .whenReady()
    .then(() => startDesktop(electron, options, programFiles(import.meta.url), opened))
    .catch((error: unknown) => {
      dialog.showErrorBox('Attache', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
} else {
  app.quit();
}
