import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { makeLibrary } from './made-library.ts';
import { print, timingOf } from './measure.ts';
import { benchArticles } from './texts.ts';

const queries = [
  'company profit',
  'oil prices',
  'central bank',
  'title:trade',
  'japan exports -steel',
];
const importedFiles = 3000;

/**
 * From a keystroke in the search box to its results painted, in Chromium on the built loopback
 * host: N articles (default 5,000), then the same while an import runs. `--keep DIR` as in `search`.
 */
export async function run(args: string[]): Promise<void> {
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 5000);
  const kept = args.includes('--keep') ? args[args.indexOf('--keep') + 1] : undefined;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'attache-bench-'));
  const dir = join(folder, 'library');
  if (!existsSync(join(dir, 'library.sqlite'))) makeLibrary(dir, benchArticles(count));
  const program = resolve(import.meta.dirname, '../out/main/web.js');
  const server = spawn(process.execPath, [program, '--library', dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ATTACHE_SETTINGS_DIR: join(folder, 'settings') },
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    let url = '';
    for await (const line of createInterface({ input: server.stdout })) {
      url = /^Attache is ready: (http:\S+)$/.exec(line)?.[1] ?? '';
      if (url !== '') break;
    }
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await page.getByRole('searchbox', { name: 'Search' }).waitFor();
    await typeAll(page);
    const quiet = timingOf(await typeAll(page));
    const importing = importInto(url, folder);
    const busy = timingOf(await typeAll(page));
    print([
      ['keystroke to results, ms', 'median', 'p95'],
      ['quiet', quiet.median, quiet.p95],
      [`while ${importedFiles} files are imported`, busy.median, busy.p95],
      ['the import was', importing.done() ? 'over before the last keystroke' : 'still running', ''],
    ]);
    await importing.stop();
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Types every query key by key; answers the milliseconds of every key. */
async function typeAll(page: Page): Promise<number[]> {
  const samples: number[] = [];
  const box = page.getByRole('searchbox', { name: 'Search' });
  for (const query of queries) {
    await box.fill('');
    for (const key of query) {
      const settled = page.evaluate(untilShown);
      await box.pressSequentially(key);
      const took = await settled;
      if (key !== ' ' && key !== ':') samples.push(took);
    }
  }
  return samples;
}

/** Runs in the page: from the next input event to the frame that shows its results. */
function untilShown(): Promise<number> {
  return new Promise((done) => {
    const input = document.querySelector('#search-box');
    input?.addEventListener(
      'input',
      () => {
        const start = performance.now();
        const look = () => {
          const view = document.querySelector('section[aria-label="Search"]');
          const isShown = view !== null && view.getAttribute('aria-busy') === null;
          if (isShown || performance.now() - start > 10_000) done(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(() => requestAnimationFrame(look));
      },
      { once: true },
    );
  });
}

function importInto(
  url: string,
  folder: string,
): { done: () => boolean; stop: () => Promise<void> } {
  const from = join(folder, 'to-import');
  mkdirSync(from, { recursive: true });
  benchArticles(importedFiles).forEach(({ title, text }, n) =>
    writeFileSync(join(from, `${n}.txt`), `${title}\n\n${text}\n\nImported ${n} ${Date.now()}`),
  );
  const { origin, searchParams } = new URL(url);
  const call = (method: string, input: unknown) =>
    fetch(`${origin}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${searchParams.get('token') ?? ''}` },
      body: JSON.stringify(input),
    });
  let over = false;
  const running = call('import.run', { sources: [{ path: from }] }).finally(() => (over = true));
  return {
    done: () => over,
    async stop() {
      await call('import.cancel', {});
      await running;
    },
  };
}
