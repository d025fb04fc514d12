import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { electronName, realElectron } from './launch-electron.ts';

/** What `contract-app/preload.cjs` gives its page. */
interface Contract {
  readonly refusal: string;
  readonly invoke: (channel: string, value?: unknown) => Promise<unknown>;
  readonly callBack: (double: (n: number) => number) => number;
  readonly fail: () => void;
  readonly seesThePage: () => boolean;
}
type ContractWindow = typeof globalThis & { contract: Contract };

const folder = resolve(import.meta.dirname, 'electron-stand-in');

test.describe(`What the app relies on, as ${electronName} does it`, () => {
  let home: string;
  let app: ElectronApplication;
  let page: Page;

  test.beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'attache-contract-'));
    app = await _electron.launch({
      args: [join(folder, 'contract-app'), `--user-data-dir=${home}`],
    });
    page = await app.firstWindow();
    await page.waitForFunction(() => document.title === 'Contract');
    await page.waitForLoadState('load');
  });
  test.afterAll(async () => {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('what it keeps lies where it was told to', async () => {
    const kept = await app.evaluate(({ app }) => [
      app.getPath('userData'),
      app.getPath('sessionData'),
    ]);
    expect(kept).toEqual([home, home]);
  });

  test('values, errors and functions cross the bridge within its limits', async () => {
    const found = await page.evaluate(async () => {
      const { contract } = globalThis as ContractWindow;
      const reason = (error: unknown) => (error instanceof Error ? error.message : 'no error');
      Object.assign(globalThis, { secretOfThePage: 1 });
      let thrown = '';
      try {
        contract.fail();
      } catch (error) {
        thrown = reason(error);
      }
      return {
        echoed: await contract.invoke('echo', { a: [1, 'x', null, true], b: { c: 'é' } }),
        failed: await contract.invoke('fail').catch(reason),
        missing: await contract.invoke('none').catch(reason),
        uncloneable: await contract.invoke('echo', () => 1).catch(reason),
        calledBack: contract.callBack((n) => n * 2),
        thrown,
        seesThePage: contract.seesThePage(),
        refusal: contract.refusal,
      };
    });
    expect(found).toEqual({
      echoed: { a: [1, 'x', null, true], b: { c: 'é' } },
      failed: "Error invoking remote method 'fail': TypeError: refused by the handler",
      missing: "Error invoking remote method 'none': Error: No handler registered for 'none'",
      uncloneable: expect.stringContaining('could not be cloned'),
      calledBack: 42,
      thrown: 'refused by the preload script',
      seesThePage: false,
      refusal: 'module not found: node:fs',
    });
  });

  test('the page cannot replace what it was given', async () => {
    const kind = await page.evaluate(() => {
      const { contract } = globalThis as ContractWindow;
      Reflect.set(globalThis, 'contract', 'mine');
      Reflect.set(contract, 'fail', 'mine');
      return [typeof (globalThis as ContractWindow).contract, typeof contract.fail];
    });
    expect(kind).toEqual(['object', 'function']);
  });

  test('a message says which frame sent it', async () => {
    const who = (frame: Pick<Page, 'evaluate'>) =>
      frame.evaluate(() => (globalThis as ContractWindow).contract.invoke('who'));
    expect(await who(page)).toEqual({ url: 'app://contract/', top: true });
    const inner = page.frames()[1];
    if (inner === undefined) throw new Error('The page has no frame.');
    expect(await who(inner)).toEqual({ url: 'app://contract/frame.html', top: false });
  });

  test('permissions are granted unless the app says otherwise', async () => {
    const state = () =>
      page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(await state()).toBe('granted');
    const loaded = page.waitForEvent('load');
    await app.evaluate(async ({ BrowserWindow, session }) => {
      session.defaultSession.setPermissionCheckHandler(() => false);
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://contract/');
    });
    await loaded;
    expect(await state()).toBe('denied');
  });

  test('a page may reload, and a navigation the app prevents does not happen', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('will-navigate', (event) => {
        if (event.url !== 'app://contract/') event.preventDefault();
      });
    });
    const before = page.url();
    await page.evaluate(() => Object.assign(globalThis, { old: true }));
    await page.evaluate(() => void (location.href = '/frame.html'));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    expect(await page.evaluate(() => 'old' in globalThis)).toBe(true);
    expect(page.url()).toBe(before);
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => location.reload())]);
    expect(await page.evaluate(() => 'old' in globalThis)).toBe(false);
  });

  test('the filter of requests sees them as the app names them', async () => {
    await app.evaluate(({ session }) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
        seen.push(`${details.method} ${details.resourceType} ${details.url}`);
        answer({ cancel: details.url.endsWith('/stop') });
      });
    });
    const answers = await page.evaluate(() =>
      Promise.all(
        ['/frame.html', '/stop'].map((path) =>
          fetch(path).then(
            ({ status }) => status,
            () => 'failed',
          ),
        ),
      ),
    );
    expect(answers).toEqual([200, 'failed']);
    const seen = await app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    // A browser may ask for the page's icon at any time.
    expect(new Set(seen.filter((request) => !request.endsWith('/favicon.ico')))).toEqual(
      new Set(['GET xhr app://contract/frame.html', 'GET xhr app://contract/stop']),
    );
  });

  test('a window that refuses to close ends the attempt to quit', async () => {
    const open = await app.evaluate(({ app, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.once('close', (event) => event.preventDefault());
      app.quit();
      return BrowserWindow.getAllWindows().length;
    });
    expect(open).toBe(1);
    expect(await page.title()).toBe('Contract');
  });
});

test(`a main module that awaits whenReady at its top level never starts on ${electronName}`, () => {
  const electron = resolve(import.meta.dirname, '../node_modules/.bin/electron');
  const { status, stderr } = spawnSync(electron, ['--no-sandbox', join(folder, 'waiting-app')], {
    timeout: 15_000,
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain(realElectron ? '' : 'Does it await app.whenReady() at its top level?');
});
