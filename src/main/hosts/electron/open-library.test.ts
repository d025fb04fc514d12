import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../shared/contract/methods/settings.ts';
import { connectLibrary } from '../../worker/connect-library.ts';
import { openDesktopLibrary } from './open-library.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'attache-desktop-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const main = (name: string) => new URL(`../../${name}`, import.meta.url);
const options = () => ({
  dir,
  settings: { get: async () => defaultSettings, set: async () => defaultSettings },
  workerUrl: main('library-worker.ts'),
  parserWorkerUrl: main('parser-worker.ts'),
  resources: new URL('../../../../resources/', import.meta.url),
});
const dialogAnswering = (response: number) => ({
  showErrorBox: vi.fn(),
  showMessageBox: vi.fn(async (..._args: unknown[]) => ({ response, checkboxChecked: false })),
});

test('a library that is open elsewhere is offered for reading', async () => {
  const holder = await connectLibrary(options());
  await holder.call('notes.create', { markdown: 'A note.' });

  const quit = dialogAnswering(1);
  expect(await openDesktopLibrary(quit, options())).toBeNull();
  expect(JSON.stringify(quit.showMessageBox.mock.calls)).toContain(`process ${process.pid}`);
  expect(quit.showErrorBox).not.toHaveBeenCalled();

  const reader = await openDesktopLibrary(dialogAnswering(0), options());
  expect(await reader?.call('notes.list', {})).toMatchObject({ total: 1 });
  await expect(reader?.call('notes.create', { markdown: 'No.' })).rejects.toMatchObject({
    code: 'library-read-only',
  });
  await reader?.close();
  await holder.close();
});

test('a library that cannot be opened is named with the reason', async () => {
  writeFileSync(join(dir, 'library.sqlite'), 'no database, though a file of that name');
  const dialog = dialogAnswering(0);
  expect(await openDesktopLibrary(dialog, options())).toBeNull();
  expect(dialog.showErrorBox).toHaveBeenCalledOnce();
});
