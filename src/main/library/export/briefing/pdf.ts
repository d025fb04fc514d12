import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Dossier } from './dossier.ts';
import { briefingHtml } from './html.ts';

const candidates: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const limitMs = 60_000;

/** The Chromium or Chrome of this computer, if there is one where it usually is. */
export const installedBrowser = (): string | undefined =>
  candidates[process.platform]?.find((path) => existsSync(path));

/**
 * The briefing printed to PDF from its HTML by an installed Chromium. Throws `not-available-yet`
 * where none is found and `write-failed` where it prints nothing.
 */
export async function briefingPdf(dossier: Dossier): Promise<Uint8Array> {
  const browser = installedBrowser();
  if (browser === undefined) {
    throw new AttacheError(
      'not-available-yet',
      'PDF needs Chromium or Chrome on this computer, and none was found. Export HTML and print it to PDF from your browser, or export Word.',
      { field: 'format' },
    );
  }
  const dir = mkdtempSync(join(tmpdir(), 'attache-pdf-'));
  try {
    const page = join(dir, 'briefing.html');
    const target = join(dir, 'briefing.pdf');
    writeFileSync(page, briefingHtml(dossier));
    await print(browser, dir, page, target);
    if (!existsSync(target)) {
      throw new AttacheError(
        'write-failed',
        'The browser that prints the PDF gave none. Export HTML and print it from your browser.',
      );
    }
    return new Uint8Array(readFileSync(target));
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The page holds no script and asks for nothing, so printing it needs no sandbox and no network. */
const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
];

function print(browser: string, dir: string, page: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      browser,
      [
        ...switches,
        `--user-data-dir=${join(dir, 'profile')}`,
        `--print-to-pdf=${target}`,
        pathToFileURL(page).href,
      ],
      { stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' },
    );
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
