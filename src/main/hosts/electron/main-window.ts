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
import { bundleAddress } from './protocol.ts';
import { createWindow, stateOf } from './window.ts';
import { placeWindow, type Rectangle, type WindowState } from './window-state.ts';

export interface MainWindowOptions {
  readonly library: Library;
  /** Keeps the window's place under the key `window`. */
  readonly store: SettingsFile;
  readonly preload: string;
  readonly hidden: boolean;
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

/** Brings the one window forward when Attache is started again. */
function comeForward(app: ElectronParts['app'], window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** Opens the window on the bundle, with its menu, its calls and its place on the screen. */
export async function openMainWindow(
  electron: ElectronParts,
  { library, store, preload, hidden }: MainWindowOptions,
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
  servePage(ipcMain, { library, dialog, shell, window, granted: new GrantedPaths(), saved });
  library.on((event) => tell({ kind: 'event', event }));
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    choose: (command) => tell({ kind: 'menu', command }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  offerAgain(electron, window);
  comeForward(app, window);
  await window.loadURL(bundleAddress);
  return window;
}
