import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { smallestWindow, type WindowState } from './window-state.ts';

/**
 * Every switch that decides what a page may do, written out although most are Electron's
 * defaults: a default can change with a version, this list is tested.
 */
const pagePreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
};

/** A page that is only printed: no preload script, and none of its own. */
export const printedPagePreferences: WebPreferences = { ...pagePreferences, javascript: false };

/** The page's own ground, so that nothing flashes before it has painted. */
const ground = { light: '#FDFDFB', dark: '#1A1B1E' };

export interface WindowOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  readonly state: WindowState;
  readonly dark: boolean;
  /** Stays hidden; for checks without a person. */
  readonly hidden: boolean;
}

/** The one window of Attache: shown when its page has painted. */
export function createWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  { preload, state, dark, hidden }: WindowOptions,
): BrowserWindow {
  const window = new Window({
    ...state.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Attache',
    backgroundColor: dark ? ground.dark : ground.light,
    webPreferences: { ...pagePreferences, preload },
  });
  if (state.maximized && !hidden) window.maximize();
  if (!hidden) window.once('ready-to-show', () => window.show());
  return window;
}

/** Where `window` is, for the next start. */
export const stateOf = (window: BrowserWindow): WindowState => ({
  bounds: window.getNormalBounds(),
  maximized: window.isMaximized(),
});
