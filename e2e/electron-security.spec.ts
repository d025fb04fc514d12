import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOrigin, points } from './electron-points.ts';
import { electronName, expect, launchDesktop, test, type Desktop } from './launch-electron.ts';

test.describe(`Electron's security list on ${electronName}`, () => {
  let home: string;
  let desktop: Desktop;
  test.beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'attache-security-'));
    desktop = await launchDesktop(home);
  });
  test.afterAll(async () => {
    await desktop.quit();
    rmSync(home, { recursive: true, force: true });
  });
  for (const { n, title, check } of points) {
    test(`${n}. ${title}`, () => check(desktop));
  }

  test('the protocol serves nothing outside the bundle', async () => {
    const answers = await desktop.page.evaluate(async (origin) => {
      const paths = [
        '/..%2fpreload%2findex.cjs',
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/assets/..%5c..%5cpackage.json',
        '/..%252fpreload%252findex.cjs',
        '/index.html%00.js',
      ];
      const found = paths.map(async (path) => (await fetch(origin + path)).status);
      return { escapes: await Promise.all(found), index: (await fetch(`${origin}/`)).status };
    }, bundleOrigin);
    expect(answers).toEqual({ escapes: [404, 404, 404, 404, 404, 404], index: 200 });
  });
});

test.describe(`What the page can reach on ${electronName}`, () => {
  test('the request filter and the resolver each close the network', async ({ home }) => {
    const desktop = await launchDesktop(home);
    const load = () =>
      desktop.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]
          ?.loadURL('https://example.com/')
          .then(
            () => 'loaded',
            (error: Error) => error.message,
          ),
      );
    expect(await load()).toContain('ERR_BLOCKED_BY_CLIENT');
    await desktop.app.evaluate(({ session }) =>
      session.defaultSession.webRequest.onBeforeRequest(null),
    );
    expect(await load()).toMatch(/ERR_(?:NAME_NOT_RESOLVED|PROXY_CONNECTION_FAILED)/);
    await desktop.quit();
  });
});
