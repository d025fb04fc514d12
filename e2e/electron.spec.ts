import { _electron } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AttacheWindow, Desktop } from './launch-electron.ts';
import { electronName, expect, launchDesktop, realElectron, test } from './launch-electron.ts';

test.describe(`Desktop app on ${electronName}, started once`, () => {
  let home: string;
  let desktop: Desktop;
  test.beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'attache-once-'));
    desktop = await launchDesktop(home);
  });
  test.afterAll(async () => {
    await desktop.quit();
    rmSync(home, { recursive: true, force: true });
  });

  test('opens one window with the real page', async () => {
    await expect(desktop.page.getByRole('navigation', { name: 'Library' })).toBeVisible();
    expect(desktop.app.windows()).toHaveLength(1);
    const address = await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    );
    expect(address).toMatch(/^app:\/\/bundle\//);
  });

  test('a wrong input is refused with its field', async () => {
    await expect(
      desktop.call('articles.list', { limit: 'all' } as unknown as { limit: number }),
    ).rejects.toMatchObject({ code: 'invalid-input', field: 'limit' });
    await expect(desktop.call('articles.burn' as 'articles.list', {})).rejects.toMatchObject({
      code: 'unknown-method',
    });
  });

  test('calls reach the library and events reach the page', async () => {
    const { page } = desktop;
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      (globalThis as AttacheWindow).attache.on((event) => seen.push(event.type));
    });
    const { imported } = await desktop.call('import.run', {
      sources: [{ name: 'harbour.txt', text: 'Harbour reopens\n\nThe ferry sailed at noon.' }],
    });
    expect(imported).toHaveLength(1);
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen))
      .toContain('changed');
    expect((await desktop.call('articles.list', { query: 'ferry sailed' })).total).toBe(1);
  });

  test('only paths the person chose may be read', async () => {
    const path = join(home, 'ferry.txt');
    writeFileSync(path, 'Ferry delayed\n\nThe evening ferry waited for the tide.');
    const importIt = () => desktop.call('import.run', { sources: [{ path }] });
    await expect(importIt()).rejects.toMatchObject({ code: 'forbidden' });

    await desktop.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, path);
    const chosen = await desktop.page.evaluate(() =>
      (globalThis as AttacheWindow).attache.pickFiles('files'),
    );
    expect(chosen).toEqual([path]);
    expect((await importIt()).imported).toHaveLength(1);
    await expect(
      desktop.call('export.sources', { format: 'csl-json', path }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('imports what the dialog behind the menu returned', async () => {
    const { app, page } = desktop;
    const path = join(home, 'tide.txt');
    writeFileSync(path, 'High tide at dawn\n\nThe harbour opens its gates when the tide is high.');
    await page.getByRole('navigation', { name: 'Library' }).waitFor();
    await app.evaluate(({ dialog, Menu }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      Menu.getApplicationMenu()?.getMenuItemById('import')?.click();
    }, path);
    await page.getByRole('button', { name: 'Import 1 article' }).click();
    await page.getByRole('link', { name: 'All articles' }).click();
    await expect(page.getByRole('list', { name: 'Articles' })).toContainText('High tide at dawn');
  });

  test('saves where the dialog said, once', async () => {
    const path = join(home, 'sources.json');
    await desktop.call('import.run', { sources: [{ name: 'a.txt', text: 'Tide\n\nIt rose.' }] });
    await desktop.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, path);
    const chosen = await desktop.page.evaluate(() =>
      (globalThis as AttacheWindow).attache.savePath('sources.json'),
    );
    expect(chosen).toBe(path);
    const save = () => desktop.call('export.sources', { format: 'csl-json', path });
    await save();
    const sources = JSON.parse(readFileSync(path, 'utf8')) as { title: string }[];
    expect(sources.map(({ title }) => title)).toContain('Tide');
    await expect(save()).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('prints a briefing by itself, and shows where it went', async () => {
    const { app, page } = desktop;
    const path = join(home, 'Tides.pdf');
    await desktop.call('briefings.create', { title: 'Tides', markdown: 'It rose. 潮が満ちた。' });
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Briefing: Tides' });
    await dialog.getByRole('radio', { name: /^PDF/ }).check();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Show in folder' }).click();
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    expect(app.windows()).toHaveLength(1);
    if (realElectron) return;
    const { printed, shown } = await app.evaluate((electron) => {
      const { standIn } = electron as unknown as {
        standIn: { printed: string[]; shownInFolder: string[] };
      };
      return { printed: standIn.printed, shown: standIn.shownInFolder };
    });
    expect(printed).toEqual([expect.stringMatching(/^app:\/\/bundle\/print\//)]);
    expect(shown).toEqual([path]);
  });

  test('an item of the menu reaches the page', async () => {
    await desktop.page.evaluate(() => {
      const chosen: string[] = [];
      Object.assign(globalThis, { chosen });
      (globalThis as AttacheWindow).attache.onMenu((command) => chosen.push(command));
    });
    await desktop.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('shortcuts')?.click(),
    );
    await expect
      .poll(() =>
        desktop.page.evaluate(() => (globalThis as unknown as { chosen: string[] }).chosen),
      )
      .toEqual(['shortcuts']);
  });

  test('a second start brings the first window forward and ends', async () => {
    await desktop.app.evaluate(({ app }) => {
      app.once('second-instance', () => Object.assign(globalThis, { knocked: true }));
    });
    const electron = resolve(import.meta.dirname, '../node_modules/.bin/electron');
    const { status } = spawnSync(
      electron,
      ['--no-sandbox', '.', `--user-data-dir=${join(home, 'settings')}`],
      { timeout: 30_000 },
    );
    expect(status).toBe(0);
    await expect
      .poll(() => desktop.app.evaluate(() => Object.hasOwn(globalThis, 'knocked')))
      .toBe(true);
    expect((await desktop.call('library.check', {})).ok).toBe(true);
  });

  test('files opened from outside are looked over: by a second start, and as a Mac opens them', async () => {
    const { app, page } = desktop;
    const [ebb, flood] = ['Ebb at noon', 'Flood at night'].map((title, index) => {
      const path = join(home, `opened ${index}.txt`);
      writeFileSync(path, `${title}\n\nThe pilots waited at the outer buoy for number ${index}.`);
      return path;
    }) as [string, string];
    const electron = resolve(import.meta.dirname, '../node_modules/.bin/electron');
    const { status } = spawnSync(
      electron,
      ['--no-sandbox', '.', `--user-data-dir=${join(home, 'settings')}`, pathToFileURL(ebb).href],
      { timeout: 30_000 },
    );
    expect(status).toBe(0);
    const rows = page.getByRole('table', { name: 'Files to import' });
    await expect(rows).toContainText('Ebb at noon');
    const prevented = await app.evaluate(({ app }, path) => {
      let prevented = false;
      app.emit('open-file', { preventDefault: () => (prevented = true) }, path);
      return prevented;
    }, flood);
    expect(prevented).toBe(true);
    await expect(rows).toContainText('Flood at night');
  });
});

test.describe(`Desktop app on ${electronName}`, () => {
  test('settings, the place of the window and what was typed last survive a restart', async ({
    home,
  }) => {
    const bounds = { x: 40, y: 60, width: 1000, height: 700 };
    const first = await launchDesktop(home);
    await first.call('settings.set', { theme: 'dark', textSize: 20 });
    await first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      bounds,
    );
    const { id } = await first.call('notes.create', { title: 'Tides', markdown: 'First.' });
    await first.page.evaluate((id) => void (location.hash = `#/notes/${id}`), id);
    await first.page.locator('[contenteditable="true"]').click();
    await first.page.keyboard.press('Control+End');
    await first.page.keyboard.type(' Typed just before the end.');
    await first.quit();

    const second = await launchDesktop(home);
    expect(await second.call('settings.get', {})).toMatchObject({ theme: 'dark', textSize: 20 });
    const found = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      theme: nativeTheme.themeSource,
    }));
    const { markdown } = await second.call('notes.get', { id });
    await second.quit();
    expect(found).toEqual({ bounds, theme: 'dark' });
    expect(markdown).toContain('First. Typed just before the end.');
  });

  test('started with a library and a bundle, it opens the one and offers to merge the other', async ({
    home,
  }) => {
    const bundle = join(home, 'colleague.attache');
    const first = await launchDesktop(home);
    await first.call('notes.create', { title: 'From a colleague', markdown: 'It rose.' });
    const made = await first.call('export.bundle', {});
    await first.quit();
    if (!('base64' in made)) throw new Error('Without a path the bytes come back.');
    writeFileSync(bundle, Buffer.from(made.base64, 'base64'));
    const settings = join(home, 'settings');
    const app = await _electron.launch({
      args: ['.', `--user-data-dir=${settings}`, join(home, 'library'), bundle],
      cwd: resolve(import.meta.dirname, '..'),
    });
    const page = await app.firstWindow();
    await expect(page.getByRole('dialog', { name: /colleague/ })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await app.close();
  });

  test('quitting waits for what the page still has to save', async ({ home }) => {
    const first = await launchDesktop(home);
    await first.page.evaluate(() => {
      const { attache } = globalThis as AttacheWindow;
      attache.beforeClose(async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await attache.call('notes.create', { title: 'Last words', markdown: 'Saved at the end.' });
      });
    });
    await first.quit();
    const second = await launchDesktop(home);
    const { items } = await second.call('notes.list', {});
    await second.quit();
    expect(items.map(({ title }) => title)).toEqual(['Last words']);
  });

  test('checks itself', async ({ home }) => {
    const electron = resolve(import.meta.dirname, '../node_modules/.bin/electron');
    const { status, stdout } = spawnSync(
      electron,
      [
        '--no-sandbox',
        '.',
        `--user-data-dir=${join(home, 'settings')}`,
        `--library=${join(home, 'library')}`,
        '--self-test',
      ],
      { timeout: 30_000, encoding: 'utf8' },
    );
    expect(stdout).toContain(realElectron ? '"electron":"4' : '"electron":"stand-in"');
    expect(stdout).not.toContain('"ok":false');
    expect(status).toBe(0);
  });
});
