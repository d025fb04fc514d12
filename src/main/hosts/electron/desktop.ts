import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Library } from '../../library/library.ts';
import { openElectronStore } from '../../settings/electron-store.ts';
import { settingsIn } from '../../settings/settings.ts';
import { defaultLibraryDir } from '../places.ts';
import type { ProgramFiles } from '../program-files.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { LaunchOptions } from './launch-options.ts';
import { openMainWindow } from './main-window.ts';
import { externalLinks, guardContents } from './navigation.ts';
import { openDesktopLibrary } from './open-library.ts';
import { pathsNamed, type OpenedFiles, type SecondStart } from './opened-files.ts';
import { createPrinter } from './print-to-pdf.ts';
import { withOwnPrinting } from './printing-library.ts';
import { registerBundleScheme, serveBundle } from './protocol.ts';
import { lockProcess, lockSession } from './security.ts';
import { selfTest } from './self-test.ts';
import { followTheme } from './theme.ts';

/**
 * What must happen before the app is ready. Answers false when another Attache already runs
 * on the same settings: that one comes forward with the files this one was to open, and this one
 * should end. `opened` gets what a Mac asks to open, which may be before the app is ready.
 */
export function prepareDesktop(
  { app, protocol }: ElectronParts,
  options: LaunchOptions,
  opened: OpenedFiles,
): boolean {
  if (options.userData !== null) app.setPath('userData', options.userData);
  lockProcess(app);
  registerBundleScheme(protocol);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opened.open([path]);
  });
  const paths = pathsNamed(options.words, { folder: process.cwd(), app: app.getAppPath() });
  if (!app.requestSingleInstanceLock({ paths } satisfies SecondStart)) return false;
  opened.open(paths);
  return true;
}

/** Closes the library before the process ends, whoever asked for that. */
function closeWithApp(app: ElectronParts['app'], library: Library): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void library.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

/** Opens the library and its window, or exits with 1 where the library cannot be opened. */
export async function startDesktop(
  electron: ElectronParts,
  options: LaunchOptions,
  files: ProgramFiles,
  opened: OpenedFiles,
): Promise<void> {
  const { app, BrowserWindow, dialog, protocol, session } = electron;
  const store = openElectronStore(app.getPath('userData'));
  const dir = options.library ?? opened.takeLibrary() ?? defaultLibraryDir;
  const settings = settingsIn(store, dir);
  const library = await openDesktopLibrary(dialog, {
    dir,
    readOnly: options.readOnly,
    resources: files.resources,
    settings,
    workerUrl: files.libraryWorker,
    parserWorkerUrl: files.parserWorker,
  });
  if (library === null) {
    app.exit(1);
    return;
  }
  closeWithApp(app, library);
  lockSession(session.defaultSession, { developed: !app.isPackaged });
  const printer = createPrinter(BrowserWindow);
  serveBundle(protocol, fileURLToPath(files.renderer), printer.pageAt);
  const offer = externalLinks(electron);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, offer));
  await followTheme(electron.nativeTheme, settings, library);

  const window = await openMainWindow(electron, {
    library: withOwnPrinting(library, printer),
    store,
    preload: join(fileURLToPath(files.renderer), '../preload/index.cjs'),
    hidden: options.selfTest,
    dir,
    opened,
  });
  if (options.selfTest) await selfTest(electron, window);
}
