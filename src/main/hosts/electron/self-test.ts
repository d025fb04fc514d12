import type { BrowserWindow } from 'electron';
import type { ElectronParts } from './electron-parts.ts';
import { isBundleAddress } from './protocol.ts';

/** Run in the page. Each answers true, or what was found instead. */
const pageChecks: Readonly<Record<string, string>> = {
  'the page has the bridge': `typeof window.attache?.call === 'function'`,
  'the page has no Node': `typeof require === 'undefined' && typeof process === 'undefined'`,
  'the library answers from its worker': `window.attache.call('articles.list', { limit: 1 }).then((answer) => answer.ok || JSON.stringify(answer.error))`,
  'the contract refuses a wrong input': `window.attache.call('articles.list', { limit: 'all' }).then((answer) => answer.error?.code === 'invalid-input' || JSON.stringify(answer))`,
  'the network is closed': `fetch('https://example.com/').then(() => 'answered', () => true)`,
  'permissions are denied': `navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state === 'denied' || state)`,
  'no code from text': `new Promise((done) => { const tag = document.createElement('script'); tag.textContent = 'window.ranFromText = true'; document.head.append(tag); done(window.ranFromText === undefined); })`,
};

async function outcome(check: Promise<unknown>): Promise<unknown> {
  try {
    return await check;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Checks what can only be checked inside a packaged app, writes one JSON object per line to
 * standard output, and ends the app with 0 when every check held, else with 1.
 */
export async function selfTest({ app }: Pick<ElectronParts, 'app'>, window: BrowserWindow) {
  const report = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const { electron, chrome, node } = process.versions;
  report({ electron, chrome, node, packaged: app.isPackaged });
  let failed = 0;
  const note = (check: string, found: unknown) => {
    if (found !== true) failed += 1;
    report({ check, ok: found === true, ...(found === true ? {} : { found }) });
  };
  const address = window.webContents.getURL();
  note('the page is the bundle', isBundleAddress(address) || address);
  for (const [check, script] of Object.entries(pageChecks)) {
    note(check, await outcome(window.webContents.executeJavaScript(script)));
  }
  if (process.platform !== 'linux') {
    const sandboxed = app.getAppMetrics().filter((metric) => metric.type === 'Tab');
    note(
      'the page runs in the system sandbox',
      sandboxed.every((metric) => metric.sandboxed),
    );
  }
  app.exit(failed === 0 ? 0 : 1);
}
