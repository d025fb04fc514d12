import type { BrowserWindow } from 'electron';
import { tellChannel } from '../../../shared/contract/bridge.ts';
import type { BridgeTell } from '../../../shared/contract/bridge-messages.ts';
import type { Library } from '../../library/library.ts';
import type { SettingsFile } from '../../settings/settings.ts';
import { saveBeforeClose } from './closing.ts';
import type { ElectronParts } from './electron-parts.ts';
import { GrantedPaths } from './granted-paths.ts';
import { servePage } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { messages } from './messages.ts';
import { isLibrary, secondStartSchema, type OpenedFiles } from './opened-files.ts';
import { bundleAddress } from './protocol.ts';
import { createWindow, stateOf } from './window.ts';
import { placeWindow, type Rectangle, type WindowState } from './window-state.ts';

export interface MainWindowOptions {
  readonly library: Library;
  /** Keeps the window's place under the key `window`. */
  readonly store: SettingsFile;
  readonly preload: string;
  readonly hidden: boolean;
  /** The library's folder. */
  readonly dir: string;
  readonly opened: OpenedFiles;
}

const storeKey = 'window';

function workAreas(screen: ElectronParts['screen']): Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

/** A place that cannot be kept, on a full disk, must not keep the page from being saved. */
export function rememberPlace(store: Pick<SettingsFile, 'set'>, state: WindowState): void {
  try {
    store.set({ [storeKey]: state });
  } catch {
    // The window opens where it was before.
  }
}

/** A page that died is offered again; the library is not affected. */
function offerAgain({ app, dialog }: ElectronParts, window: BrowserWindow): void {
  const ask = async () => {
    if (window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: messages.stopped.message,
      detail: messages.stopped.detail,
      buttons: [messages.stopped.reopen, messages.stopped.quit],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.webContents.reload();
    else app.quit();
  };
  window.webContents.on('render-process-gone', () => void ask());
}

/** Brings the one window forward when Attache is started again, with the files that was to open. */
function comeForward(
  app: ElectronParts['app'],
  window: BrowserWindow,
  open: (paths: readonly string[]) => void,
): void {
  app.on('second-instance', (_event, _argv, _folder, handed) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    open(secondStartSchema.safeParse(handed).data?.paths ?? []);
  });
}

/** Says that the library of a folder that was opened is not the one that is shown. */
function sayOther({ dialog }: ElectronParts, window: BrowserWindow, path: string): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    message: messages.otherLibrary.message,
    detail: messages.otherLibrary.detail(path),
  });
}

/** Hands the page what the system opens: files to look over. A library's folder is none of them. */
function showOpened(
  electron: ElectronParts,
  window: BrowserWindow,
  { dir, opened }: Pick<MainWindowOptions, 'dir' | 'opened'>,
  show: (paths: readonly string[]) => void,
): () => void {
  window.webContents.on('render-process-gone', () => opened.wait());
  return () =>
    opened.showWith((paths) => {
      const other = paths.find((path) => isLibrary(path) && path !== dir);
      if (other !== undefined) sayOther(electron, window, other);
      const files = paths.filter((path) => !isLibrary(path));
      if (files.length > 0) show(files);
    });
}

/** Opens the window on the bundle, with its menu, its calls and its place on the screen. */
export async function openMainWindow(
  electron: ElectronParts,
  { library, store, preload, hidden, dir, opened }: MainWindowOptions,
): Promise<BrowserWindow> {
  const { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, screen, shell } = electron;
  const window = createWindow(BrowserWindow, {
    preload,
    state: placeWindow(store.get(storeKey), workAreas(screen)),
    dark: nativeTheme.shouldUseDarkColors,
    hidden,
  });
  const tell = (message: BridgeTell) => {
    if (!window.isDestroyed()) window.webContents.send(tellChannel, message);
  };
  window.on('close', () => rememberPlace(store, stateOf(window)));
  const { saved } = saveBeforeClose(window, () => tell({ kind: 'closing' }));
  const granted = new GrantedPaths();
  const listens = showOpened(electron, window, { dir, opened }, (paths) => {
    granted.allowReading(paths);
    tell({ kind: 'open', paths: [...paths] });
  });
  servePage(ipcMain, { library, dialog, shell, window, granted, listens, saved });
  library.on((event) => tell({ kind: 'event', event }));
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    choose: (command) => tell({ kind: 'menu', command }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  offerAgain(electron, window);
  comeForward(app, window, (paths) => opened.open(paths));
  await window.loadURL(bundleAddress);
  return window;
}
