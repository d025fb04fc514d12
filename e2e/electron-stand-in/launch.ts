import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cdp } from './cdp.ts';

/**
 * Electron's own start, played by Node: `electron [-r FILE] [switches] FOLDER [arguments]`.
 * Modules that ask for `electron` get the stand-in, from `import` and `require` alike.
 */
const args = process.argv.slice(2);
process.argv = [process.execPath, ...args];

const required = args.flatMap((argument, at) => (argument === '-r' ? [args[at + 1] ?? ''] : []));
const folder = args.find(
  (argument, at) => !argument.startsWith('-') && args[at - 1] !== '-r' && argument !== '',
);
if (folder === undefined) throw new Error('The stand-in needs the folder of an app.');
const appFolder = resolve(folder);
process.env['STAND_IN_APP'] = appFolder;
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process.versions, 'electron', { value: 'stand-in', enumerable: true });

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
process.stderr.write('STAND-IN: this is not Electron; a real Chromium runs the pages.\n');
inspector.open(0);

const require = createRequire(import.meta.url);
for (const file of required) require(file);

const { app } = await import('./electron.ts');
const { connectWindows, StandInWindow } = await import('./browser-window.ts');
const { startChromium } = await import('./chromium.ts');
const { intercept } = await import('./network.ts');
const { defaultSession } = await import('./session.ts');
const { recorded } = await import('./record.ts');
const { StandInWebContents } = await import('./web-contents.ts');

/**
 * Electron is never ready before the app's main module has ended, so one that awaits
 * `whenReady` at its top level waits for ever (electron#40719). Here it is said.
 */
async function importMain(): Promise<void> {
  const { main } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as {
    main: string;
  };
  const late = setTimeout(() => {
    process.stderr.write(
      'STAND-IN: the main module has not ended after 5 s. Does it await app.whenReady() at its top level? Electron would hang.\n',
    );
    process.exit(1);
  }, 5_000);
  await import(pathToFileURL(join(appFolder, main)).href);
  clearTimeout(late);
}

function connect(cdp: Cdp): void {
  const browser = cdp.session();
  connectWindows({
    announce: (contents) => app.emit('web-contents-created', {}, contents),
    closed: () => app.windowClosed(),
    open(contents, { width, height }) {
      void (async () => {
        const { targetId } = await browser.send('Target.createTarget', {
          url: 'about:blank',
          width,
          height,
          newWindow: true,
        });
        const { sessionId } = await browser.send('Target.attachToTarget', {
          targetId,
          flatten: true,
        });
        await contents.attach({ page: cdp.session(sessionId), browser, targetId });
      })();
    },
  });
}

await importMain();
const switches = [...args.filter((argument) => argument === '--no-sandbox'), ...recorded.switches];
const profile = join(app.getPath('sessionData'), 'Chromium');
const chromium = await startChromium(profile, switches);
await intercept(
  chromium.cdp.session(),
  defaultSession,
  (frameId, address) =>
    StandInWebContents.getAllWebContents()
      .find((contents) => contents.owns(frameId))
      ?.mayNavigate(frameId, address) ?? true,
);
connect(chromium.cdp);
app.connect({ windows: () => StandInWindow.getAllWindows(), stop: () => chromium.stop() });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
defaultSession.protocol.becomeReady();
app.becomeReady();
process.stderr.write(`${chromium.announcement}\n`);
