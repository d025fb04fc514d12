import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentSecurityPolicy } from '../src/main/hosts/content-security-policy.ts';
import type { AttacheWindow, Desktop } from './launch-electron.ts';
import { expect, realElectron } from './launch-electron.ts';

/** Where the page believes it is: stock Chromium cannot load `app:`. */
export const bundleOrigin = realElectron ? 'app://bundle' : 'https://bundle.app.invalid';

const preferencesOf = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    return contents.getLastWebPreferences();
  });

/** Answers every question of the app with the button `response`, and keeps the questions. */
const answerQuestions = ({ app }: Desktop, response: number) =>
  app.evaluate(({ dialog, shell }, response) => {
    const said = { asked: [] as string[], opened: [] as string[] };
    Object.assign(globalThis, { said });
    dialog.showMessageBox = async (...args: unknown[]) => {
      said.asked.push(JSON.stringify(args));
      return { response, checkboxChecked: false };
    };
    shell.openExternal = async (address) => void said.opened.push(address);
  }, response);

const said = ({ app }: Desktop) =>
  app.evaluate(
    () => (globalThis as unknown as { said: { asked: string[]; opened: string[] } }).said,
  );

/** Clicks a link that the page's own script made. */
const clickLink = ({ page }: Desktop, href: string, target: string) =>
  page.evaluate(
    ([href, target]) => {
      const link = document.createElement('a');
      link.href = href;
      link.target = target;
      document.body.append(link);
      link.click();
    },
    [href, target] as const,
  );

const preventedBy = ({ app }: Desktop, event: string) =>
  app.evaluate(({ BrowserWindow }, name) => {
    let prevented = false;
    const event = { url: 'https://example.com/', preventDefault: () => (prevented = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit(name, event);
    return prevented;
  }, event);

interface Point {
  readonly n: number;
  /** The point in the words of Electron's security tutorial. */
  readonly title: string;
  readonly check: (desktop: Desktop) => Promise<void>;
}

const preference =
  (name: keyof Electron.WebPreferences, value: boolean | undefined) => async (desktop: Desktop) =>
    expect((await preferencesOf(desktop))[name]).toBe(value);

/** Electron's security list, and how each point of it is seen to hold. */
export const points: readonly Point[] = [
  {
    n: 1,
    title: 'only load secure content',
    check: async ({ page }) => {
      const addresses = await page.evaluate(() =>
        performance
          .getEntries()
          .flatMap(({ name, entryType }) =>
            ['navigation', 'resource'].includes(entryType) ? [name] : [],
          ),
      );
      expect(addresses.length).toBeGreaterThan(1);
      expect(addresses.filter((address) => !address.startsWith(`${bundleOrigin}/`))).toEqual([]);
    },
  },
  {
    n: 2,
    title: 'no Node.js integration',
    check: async (desktop) => {
      const preferences = await preferencesOf(desktop);
      expect(preferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
      });
      const found = await desktop.page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
      );
      expect(found).toEqual([]);
    },
  },
  { n: 3, title: 'context isolation', check: preference('contextIsolation', true) },
  { n: 4, title: 'process sandboxing', check: preference('sandbox', true) },
  {
    n: 5,
    title: 'permission requests are handled: all denied',
    check: async ({ page }) => {
      const states = await page.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
        const asked = names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }),
        );
        return (await Promise.all(asked)).map(({ state }) => state);
      });
      expect(new Set(states)).toEqual(new Set(['denied']));
    },
  },
  { n: 6, title: 'webSecurity stays on', check: preference('webSecurity', true) },
  {
    n: 7,
    title: 'a Content-Security-Policy that holds',
    check: async ({ page }) => {
      const found = await page.evaluate(async () => {
        const response = await fetch(location.href);
        const script = document.createElement('script');
        script.textContent = 'globalThis.ranInline = true';
        document.head.append(script);
        // In a timer, because what a test evaluates is itself exempt from the policy.
        const run = Reflect.get(globalThis, 'eval') as (text: string) => void;
        setTimeout(() => run('globalThis.ranFromText = true'));
        await new Promise((done) => setTimeout(done, 50));
        return {
          policy: response.headers.get('content-security-policy'),
          ran: ['ranInline', 'ranFromText'].filter((name) => name in globalThis),
        };
      });
      expect(found).toEqual({ policy: contentSecurityPolicy, ran: [] });
    },
  },
  {
    n: 8,
    title: 'no insecure content',
    check: preference('allowRunningInsecureContent', false),
  },
  { n: 9, title: 'no experimental features', check: preference('experimentalFeatures', false) },
  { n: 10, title: 'no enableBlinkFeatures', check: preference('enableBlinkFeatures', undefined) },
  { n: 11, title: 'no webview, so no allowpopups', check: preference('webviewTag', false) },
  {
    n: 12,
    title: 'a webview could not be attached',
    check: async (desktop) => expect(await preventedBy(desktop, 'will-attach-webview')).toBe(true),
  },
  {
    n: 13,
    title: 'no navigation',
    check: async (desktop) => {
      await answerQuestions(desktop, 0);
      const before = desktop.page.url();
      for (const address of ['https://example.com/', `${bundleOrigin}/other.html`]) {
        await clickLink(desktop, address, '');
        await desktop.page.evaluate((address) => void (location.href = address), address);
      }
      await expect.poll(async () => (await said(desktop)).asked.length).toBeGreaterThan(0);
      expect(desktop.page.url()).toBe(before);
      expect((await said(desktop)).opened).toEqual([]);
      expect(await preventedBy(desktop, 'will-redirect')).toBe(true);
      expect(await preventedBy(desktop, 'will-frame-navigate')).toBe(true);
    },
  },
  {
    n: 14,
    title: 'no new windows',
    check: async (desktop) => {
      await answerQuestions(desktop, 0);
      // The page may still be settling after the navigations that were refused.
      const open = () =>
        desktop.page
          .evaluate(() => window.open('https://example.com/') === null)
          .catch(() => undefined);
      await expect.poll(open).toBe(true);
      await clickLink(desktop, 'https://example.com/link', '_blank');
      // Both questions are answered here, or the next point would answer them in another way.
      const ofLink = async () =>
        (await said(desktop)).asked.map((question) => question.includes('example.com/link'));
      await expect.poll(ofLink).toContain(true);
      await expect.poll(ofLink).toContain(false);
      expect(desktop.app.windows()).toHaveLength(1);
    },
  },
  {
    n: 15,
    title: 'openExternal only for https, only after asking',
    check: async (desktop) => {
      await answerQuestions(desktop, 1);
      for (const address of [
        'http://example.com/',
        'file:///etc/passwd',
        'smb://example.com/share',
        'ms-settings:',
        'https://name:word@example.com/',
      ]) {
        await desktop.page.evaluate((address) => void window.open(address), address);
      }
      await desktop.page.evaluate(() => void window.open('https://example.com/source'));
      await expect
        .poll(async () => (await said(desktop)).opened)
        .toEqual(['https://example.com/source']);
      const { asked } = await said(desktop);
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('https://example.com/source');
    },
  },
  {
    n: 16,
    title: 'a current Electron, pinned',
    check: async ({ app }) => {
      const manifest = JSON.parse(
        readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'),
      ) as { devDependencies: { electron: string } };
      const pinned = manifest.devDependencies.electron;
      expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
      expect(Number.parseInt(pinned, 10)).toBeGreaterThanOrEqual(43);
      const running = await app.evaluate(() => process.versions['electron']);
      expect(running).toBe(realElectron ? pinned : 'stand-in');
    },
  },
  {
    n: 17,
    title: 'the sender of every message is checked',
    check: async ({ page }) => {
      const inFrame = await page.evaluate(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        return typeof (frame.contentWindow as AttacheWindow | null)?.attache;
      });
      expect(inFrame).toBe('undefined');
    },
  },
  {
    n: 18,
    title: 'no file: protocol',
    check: async ({ app, page }) => {
      const address = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
      );
      expect(address).toMatch(/^app:\/\/bundle\//);
      const read = await page.evaluate(() =>
        fetch('file:///etc/passwd').then(
          () => 'read',
          () => 'refused',
        ),
      );
      expect(read).toBe('refused');
    },
  },
  {
    n: 19,
    title: 'fuses are set for the package',
    check: async () => {
      const config = readFileSync(resolve(import.meta.dirname, '../electron-builder.yml'), 'utf8');
      expect(config).toContain('electronFuses:');
    },
  },
  {
    n: 20,
    title: 'no Electron API reaches the page',
    check: async ({ page }) => {
      const found = await page.evaluate(() => {
        const { attache } = globalThis as AttacheWindow;
        return Object.fromEntries(Object.entries(attache).map(([key, part]) => [key, typeof part]));
      });
      expect(found).toEqual({
        call: 'function',
        cancel: 'function',
        on: 'function',
        pickFiles: 'function',
        savePath: 'function',
        showInFolder: 'function',
        pathFor: 'function',
        onMenu: 'function',
        onOpen: 'function',
        beforeClose: 'function',
      });
    },
  },
];
