import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { topics, type LibraryEvent } from '../../shared/contract/events.ts';
import { defaultSettings } from '../../shared/contract/methods/settings.ts';
import { keepLibrary } from './keep-library.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'attache-kept-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The real worker, which dies when it is asked to check the library. */
function mortalWorker(death: string): URL {
  const path = join(dir, 'mortal.mjs');
  const real = new URL('../library-worker.ts', import.meta.url).href;
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ method }) => { if (method === 'library.check') { ${death} } });
     await import(${JSON.stringify(real)});`,
  );
  return pathToFileURL(path);
}

const keep = (workerUrl: URL) =>
  keepLibrary({
    dir: join(dir, 'library'),
    settings: { get: async () => defaultSettings, set: async () => defaultSettings },
    workerUrl,
    resources: new URL('../../../resources/', import.meta.url),
    parserWorkerUrl: new URL('../parser-worker.ts', import.meta.url),
  });

test.each([
  ['leaves', 'process.exit(1);'],
  ['throws', "throw new Error('broken');"],
])('a thread that %s is started again, with all it had acknowledged', async (_how, death) => {
  const library = await keep(mortalWorker(death));
  const events: LibraryEvent[] = [];
  library.on((event) => events.push(event));
  await library.call('notes.create', { markdown: 'Before.' });
  await expect(library.call('library.check', {})).rejects.toMatchObject({
    code: 'library-stopped',
  });
  await library.call('notes.create', { markdown: 'After.' });
  expect(await library.call('notes.list', {})).toMatchObject({ total: 2 });
  expect(events).toContainEqual({ type: 'changed', topics: [...topics] });
  await library.close();
});

test('a thread that dies again and again stays stopped', async () => {
  const library = await keep(mortalWorker('process.exit(1);'));
  for (let death = 0; death < 4; death += 1) {
    await expect(library.call('library.check', {})).rejects.toMatchObject({
      code: 'library-stopped',
    });
  }
  await expect(library.call('library.info', {})).rejects.toMatchObject({
    code: 'library-stopped',
  });
  await library.close();
});
