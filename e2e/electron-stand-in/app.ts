import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitPreventable } from './preventable.ts';
import { recorded } from './record.ts';
import { takeInstanceLock } from './single-instance.ts';

interface Closable {
  isDestroyed(): boolean;
  close(): void;
}

/** What the app object needs from the rest of the stand-in. */
export interface AppPorts {
  readonly windows: () => readonly Closable[];
  /** Ends Chromium. */
  readonly stop: () => Promise<void>;
}

const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
const userDataSwitch = '--user-data-dir=';

/** The folder a switch of the command line names, which Chromium and Electron both go by. */
const givenUserData = () =>
  process.argv
    .find((argument) => argument.startsWith(userDataSwitch))
    ?.slice(userDataSwitch.length);

export class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      const text = value === undefined || value === '' ? `--${name}` : `--${name}=${value}`;
      recorded.switches.push(text);
    },
    hasSwitch: (name: string) =>
      recorded.switches.some((item) => item === `--${name}` || item.startsWith(`--${name}=`)),
  };
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  readonly #folder: string;
  #isReady = false;
  #quitting = false;
  #ports: AppPorts = { windows: () => [], stop: async () => {} };

  /** `folder` is the app's: where its package.json lies. */
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  connect(ports: AppPorts): void {
    this.#ports = ports;
  }

  #manifest(): { name: string; productName?: string; version: string } {
    return JSON.parse(readFileSync(join(this.#folder, 'package.json'), 'utf8'));
  }

  getAppPath = () => this.#folder;
  getName = () => this.#manifest().productName ?? this.#manifest().name;
  getVersion = () => this.#manifest().version;
  getLocale = () => 'en-GB';
  isReady = () => this.#isReady;
  whenReady = () => this.#ready.promise;
  focus = () => {};
  getAppMetrics = () => [];

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before ready.');
    recorded.sandboxEnabled = true;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return config;
      case 'userData':
        return givenUserData() ?? join(this.getPath('appData'), this.getName());
      case 'sessionData':
        return this.getPath('userData');
      case 'temp':
        return tmpdir();
      default:
        throw new Error(`The stand-in knows no path "${name}".`);
    }
  }

  requestSingleInstanceLock(handed: Record<string, unknown> = {}): boolean {
    return takeInstanceLock(this.getPath('userData'), handed, (argv, folder, from) =>
      this.emit('second-instance', {}, argv, folder, from),
    );
  }

  /** The stand-in's own: Chromium runs, so the app may start. */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  /** The stand-in's own: a window has closed. */
  windowClosed(): void {
    if (this.#ports.windows().length > 0) return;
    if (this.#quitting) this.#finish();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  quit = (): void => {
    if (emitPreventable(this, 'before-quit')) return;
    this.#quitting = true;
    for (const window of this.#ports.windows()) window.close();
    // A window that refused to close has ended the attempt, as it does in Electron.
    if (this.#ports.windows().length > 0) this.#quitting = false;
    else this.#finish();
  };

  #finish(): void {
    this.#quitting = false;
    if (emitPreventable(this, 'will-quit')) return;
    this.exit(0);
  }

  exit = (code = 0): void => {
    this.emit('quit', {}, code);
    void this.#ports.stop().finally(() => process.exit(code));
  };
}
