import type Electron from 'electron';
import { resolve } from 'node:path';
import { StandInApp } from './app.ts';
import { StandInWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { StandInMenu } from './menu.ts';
import { recorded } from './record.ts';
import { defaultSession } from './session.ts';
import { dialog, nativeTheme, screen, shell } from './small-parts.ts';
import { StandInWebContents } from './web-contents.ts';

/**
 * The module `electron`, held to electron.d.ts member by member: what that file says
 * otherwise does not compile here. Events are typed nowhere; the contract specs try them.
 */
const app = new StandInApp(resolve(process.env['STAND_IN_APP'] ?? '.')) satisfies Pick<
  Electron.App,
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>;
app.commandLine satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch'>;

type WindowSlice = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'setBounds'
  | 'show'
  | 'unmaximize'
>;
const BrowserWindow = StandInWindow satisfies new (
  options?: Electron.BrowserWindowConstructorOptions,
) => WindowSlice;

type ContentsSlice = Pick<
  Electron.WebContents,
  | 'close'
  | 'executeJavaScript'
  | 'getURL'
  | 'isDestroyed'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'setWebRTCIPHandlingPolicy'
  | 'setWindowOpenHandler'
>;
const webContents = StandInWebContents satisfies new (
  preferences: Electron.WebPreferences,
) => ContentsSlice;

const session = { defaultSession };
defaultSession satisfies Pick<
  Electron.Session,
  | 'isSpellCheckerEnabled'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
>;
defaultSession.webRequest satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>;
const protocol = defaultSession.protocol satisfies Pick<
  Electron.Protocol,
  'handle' | 'registerSchemesAsPrivileged'
>;
ipcMain satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>;
nativeTheme satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>;
const Menu = StandInMenu satisfies {
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): { items: unknown[] };
  setApplicationMenu(menu: null): void;
};

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
  webContents,
  /** Only here: real Electron has no such part. */
  standIn: recorded,
};
export {
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
  webContents,
};
export { electron as 'module.exports' };
export default electron;
