import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import { defaultSettings, type Settings } from '../../shared/contract/methods/settings.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { SettingsPort } from '../library/context.ts';
import { connectLibrary } from './connect-library.ts';

const main = (name: string) => new URL(`../${name}`, import.meta.url);

let dir: string;
let stored: Settings;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'attache-worker-'));
  stored = defaultSettings;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const settings: SettingsPort = {
  get: async () => stored,
  async set(changes) {
    if (changes.textSize === 24) throw new AttacheError('disk-full', 'The disk is full.');
    return (stored = { ...stored, ...changes });
  },
};

const connect = (workerUrl = main('library-worker.ts'), readOnly = false) =>
  connectLibrary({
    dir,
    settings,
    readOnly,
    workerUrl,
    resources: new URL('../../../resources/', import.meta.url),
    parserWorkerUrl: main('parser-worker.ts'),
  });

test('calls, coded errors and events cross the thread', async () => {
  const library = await connect();
  const events: LibraryEvent[] = [];
  library.on((event) => events.push(event));
  const made: number[] = [];
  const note = (await library.call('notes.create', { markdown: 'A note.' }, undefined, (entry) =>
    made.push(entry),
  )) as { id: string };
  expect(await library.call('history.list', {})).toMatchObject({ items: [{ id: made[0] }] });
  expect(made).toHaveLength(1);
  expect(await library.call('notes.get', { id: note.id })).toMatchObject({ id: note.id });
  await expect(library.call('notes.get', { id: 'none' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(library.call('notes.get', {})).rejects.toMatchObject({
    code: 'invalid-input',
    field: 'id',
  });
  expect(events).toContainEqual(expect.objectContaining({ type: 'changed' }));
  await library.close();
});

test('input too deep to be sent to the thread is refused, and the next call is answered', async () => {
  const library = await connect();
  const content: unknown = JSON.parse('{"root":'.repeat(1e5) + '{}' + '}'.repeat(1e5));
  await expect(library.call('notes.create', { content })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(await library.call('notes.list', {})).toMatchObject({ items: [] });
  await library.close();
});

test('settings stay with the host', async () => {
  const library = await connect();
  expect(await library.call('settings.set', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
  expect(stored.theme).toBe('dark');
  await expect(library.call('settings.set', { textSize: 24 })).rejects.toMatchObject({
    code: 'disk-full',
  });
  await library.close();
});

test('one writer: a second one is refused by name, may read, and may write once the first closed', async () => {
  const first = await connect();
  await first.call('notes.create', { markdown: 'A note.' });
  await expect(connect()).rejects.toMatchObject({ code: 'library-locked' });
  const reader = await connect(undefined, true);
  expect(await reader.call('notes.list', {})).toMatchObject({ total: 1 });
  await expect(reader.call('notes.create', { markdown: 'No.' })).rejects.toMatchObject({
    code: 'library-read-only',
  });
  await reader.close();
  await first.close();
  const second = await connect();
  await second.close();
});

test('a value that cannot be sent is an error of that call alone', async () => {
  const library = await connect();
  await expect(library.call('library.info', { f: () => 1 })).rejects.toThrow();
  expect(await library.call('library.info', {})).toMatchObject({ path: dir });
  await library.close();
});

describe('a worker that dies', () => {
  const worker = (onCall: string) => {
    const path = join(dir, 'worker.mjs');
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
       parentPort.postMessage({ type: 'opened' });
       parentPort.on('message', () => { ${onCall} });`,
    );
    return pathToFileURL(path);
  };

  test.each([
    ['of an error', "throw new Error('broken');"],
    ['by leaving', 'process.exit(0);'],
    ['out of memory', 'const kept = []; for (;;) kept.push(new Array(1_000_000).fill(0.5));'],
  ])('%s rejects what waits and what comes, and takes nothing with it', async (_how, onCall) => {
    const library = await connect(worker(onCall));
    const waiting = [library.call('library.info', {}), library.call('library.info', {})];
    for (const call of waiting) {
      await expect(call).rejects.toMatchObject({ code: 'library-stopped' });
    }
    await expect(library.call('library.info', {})).rejects.toMatchObject({
      code: 'library-stopped',
    });
  });

  test('before it opened rejects the opening', async () => {
    const path = join(dir, 'worker.mjs');
    writeFileSync(path, "throw new Error('broken');");
    await expect(connect(pathToFileURL(path))).rejects.toMatchObject({ code: 'library-stopped' });
  });
});
