import type { BrowserWindowConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { emitPreventable } from './preventable.ts';
import { StandInWebContents } from './web-contents.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What windows need from the running stand-in. */
export interface WindowPorts {
  /** Makes a page of that size and attaches the contents to it. */
  readonly open: (contents: StandInWebContents, bounds: Bounds) => void;
  readonly announce: (contents: StandInWebContents) => void;
  readonly closed: () => void;
}

const windows = new Set<StandInWindow>();
let ports: WindowPorts | null = null;

/** The stand-in's own: Chromium runs. */
export function connectWindows(to: WindowPorts): void {
  ports = to;
}

export class StandInWindow extends EventEmitter {
  readonly webContents: StandInWebContents;
  #bounds: Bounds;
  #maximized = false;
  #minimized = false;
  #visible: boolean;
  #destroyed = false;

  static getAllWindows = (): StandInWindow[] => [...windows];
  static fromWebContents = (contents: StandInWebContents): StandInWindow | null =>
    [...windows].find((window) => window.webContents === contents) ?? null;
  static getFocusedWindow = (): StandInWindow | null => [...windows][0] ?? null;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (ports === null) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options;
    this.#bounds = { x, y, width, height };
    this.#visible = show;
    this.webContents = new StandInWebContents(options.webPreferences ?? {});
    this.webContents.onClose = () => this.close();
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    windows.add(this);
    ports.announce(this.webContents);
    ports.open(this.webContents, this.#bounds);
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  getBounds = (): Bounds => this.#bounds;
  getNormalBounds = (): Bounds => this.#bounds;
  setBounds = (bounds: Partial<Bounds>): void =>
    void (this.#bounds = { ...this.#bounds, ...bounds });
  isMaximized = (): boolean => this.#maximized;
  maximize = (): void => void (this.#maximized = true);
  unmaximize = (): void => void (this.#maximized = false);
  isMinimized = (): boolean => this.#minimized;
  minimize = (): void => void (this.#minimized = true);
  restore = (): void => void (this.#minimized = false);
  isVisible = (): boolean => this.#visible;
  show = (): void => void (this.#visible = true);
  focus = (): void => void this.emit('focus');
  isDestroyed = (): boolean => this.#destroyed;

  close = (): void => {
    if (!this.#destroyed && !emitPreventable(this, 'close')) this.destroy();
  };

  destroy = (): void => {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    void this.webContents.destroy();
    this.emit('closed');
    ports?.closed();
  };
}
