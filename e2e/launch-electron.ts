import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  _electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import type { Bridge } from '../src/shared/contract/bridge.ts';
import { AttacheError } from '../src/shared/contract/errors.ts';
import type { Input, Method, Output } from '../src/shared/contract/methods.ts';
import type { Recorded } from './electron-stand-in/record.ts';

const root = resolve(import.meta.dirname, '..');

function electronIsInstalled(): boolean {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  return (
    existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()))
  );
}

/** True where Electron's own binary runs the specs; else the stand-in does. */
export const realElectron = electronIsInstalled();
/** Stands in every title, so that no report can be read as the other. */
export const electronName = realElectron ? 'REAL ELECTRON' : 'STAND-IN FOR ELECTRON';

if (!realElectron) {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = resolve(import.meta.dirname, 'electron-stand-in');
}

export type AttacheWindow = typeof globalThis & { attache: Bridge<File> };

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Calls as the page does, over the bridge. Rejects with an `AttacheError`. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Quits as the menu does, and waits until the process has ended. */
  quit(): Promise<void>;
}

/** What the stand-in recorded; throws on real Electron, which keeps it to itself. */
export const recordedBy = ({ app }: Desktop): Promise<Recorded> =>
  app.evaluate((electron) => (electron as unknown as { standIn: Recorded }).standIn);

/** Starts the built desktop app with its settings and its library in `home`. */
export async function launchDesktop(
  home: string,
  extraArgs: readonly string[] = [],
): Promise<Desktop> {
  const app = await _electron.launch({
    args: [
      '.',
      `--user-data-dir=${join(home, 'settings')}`,
      `--library=${join(home, 'library')}`,
      ...extraArgs,
    ],
    cwd: root,
  });
  const page = await app.firstWindow();
  // The window exists before its page: the first document is blank.
  await page.waitForFunction(() => 'attache' in globalThis);
  await page.waitForLoadState('load');
  return {
    app,
    page,
    async call<M extends Method>(method: M, input: Input<M>) {
      const answer = await page.evaluate(
        ([method, input]) => (globalThis as AttacheWindow).attache.call(method, input),
        [method, input] as const,
      );
      if (!answer.ok) throw AttacheError.fromData(answer.error);
      return answer.value as Output<M>;
    },
    quit: () => app.close(),
  };
}

/** `home`: a folder for one test. */
export const test = base.extend<{ home: string }>({
  home: async ({ browserName }, use) => {
    const home = mkdtempSync(join(tmpdir(), `attache-desktop-${browserName}-`));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
});
test.beforeAll(() => console.warn(`These specs run on: ${electronName}`));

export { expect };
