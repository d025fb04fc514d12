import { resolve } from 'node:path';
import { StandInApp } from './app.ts';
import { StandInWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { StandInMenu } from './menu.ts';
import { recorded } from './record.ts';
import { defaultSession } from './session.ts';
import { dialog, nativeTheme, screen, shell } from './small-parts.ts';
import { StandInWebContents } from './web-contents.ts';

export const app = new StandInApp(resolve(process.env['STAND_IN_APP'] ?? '.'));
export const BrowserWindow = StandInWindow;
export const Menu = StandInMenu;
export const webContents = StandInWebContents;
export const session = { defaultSession };
export const protocol = defaultSession.protocol;
export { dialog, ipcMain, nativeTheme, screen, shell };
/** Only here: real Electron has no such part. */
export const standIn = recorded;

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
  standIn,
  webContents,
};
export { electron as 'module.exports' };
export default electron;
