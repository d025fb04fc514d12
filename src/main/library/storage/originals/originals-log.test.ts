import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { openLibrary } from '../../library.ts';
import { restoreBackup } from '../backup.ts';
import { withFault } from '../../test-faults.ts';
import { testPorts } from '../../test-library.ts';
import { OriginalsLog, type Original } from './originals-log.ts';
import { originalPath, sha256 } from './original-name.ts';
import { keepOriginals, readOriginal } from './originals.ts';

let dir: string;
const logPath = () => join(dir, 'originals.log');

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'attache-originals-'));
  mkdirSync(join(dir, 'originals'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const originals = (from: number, count: number): Original[] =>
  Array.from({ length: count }, (_, index) => {
    const bytes = Buffer.from(`Original ${from + index}. ${'x'.repeat(index * 7)}`);
    return [sha256(bytes), bytes] as const;
  });

/** What the folder holds when the program is killed now. */
async function killed(log: OriginalsLog): Promise<void> {
  const left = `${dir}-left`;
  cpSync(dir, left, { recursive: true });
  await log.close(10_000);
  rmSync(dir, { recursive: true });
  renameSync(left, dir);
}

const expectInFiles = (all: readonly Original[]) => {
  for (const [hash, bytes] of all) expect(readFileSync(originalPath(dir, hash))).toEqual(bytes);
};

const expectReadable = async (all: readonly Original[]) => {
  for (const [hash, bytes] of all) expect(await readOriginal(dir, hash, 'x.txt')).toEqual(bytes);
};

test('what a crash took from the files comes back from the log', async () => {
  const all = originals(0, 30);
  const log = new OriginalsLog(dir);
  await log.keep(all.slice(0, 20));
  await log.keep(all.slice(20));
  await expectReadable(all);
  await killed(log);
  // What a power cut leaves of files that were being written: nothing, or less, or zeros.
  const [, [cut], [zeros, bytes]] = all as [Original, Original, Original];
  writeFileSync(originalPath(dir, cut), '');
  writeFileSync(originalPath(dir, zeros), Buffer.alloc(bytes.length));
  await expectReadable(all);
  const again = new OriginalsLog(dir);
  again.recover();
  await expectReadable(all);
  await again.close(10_000);
  expect(existsSync(logPath())).toBe(false);
  expectInFiles(all);
});

test('an original is readable at every moment while its file is written', async () => {
  const all = originals(0, 60);
  const log = new OriginalsLog(dir);
  await log.keep(all);
  const over = new AbortController();
  const settling = log.settle().then(() => over.abort());
  while (!over.signal.aborted) await expectReadable(all);
  await settling;
  expect(existsSync(logPath())).toBe(false);
  await expectReadable(all);
});

test('one that is in the log and not in its file yet is not kept a second time', async () => {
  const all = originals(0, 12);
  const log = new OriginalsLog(dir);
  await log.keep(all);
  const { size } = statSync(logPath());
  await keepOriginals(dir, new Map(all), () => true, log);
  expect(statSync(logPath()).size).toBe(size);
  await log.close(10_000);
  expectInFiles(all);
});

test('a record that a crash cut or garbled ends the log', async () => {
  const all = originals(0, 10);
  const written = new OriginalsLog(dir);
  await written.keep(all);
  await killed(written);
  appendFileSync(logPath(), Buffer.alloc(100, 7));
  rmSync(join(dir, 'originals'), { recursive: true });
  mkdirSync(join(dir, 'originals'));
  const log = new OriginalsLog(dir);
  log.recover();
  await log.close(10_000);
  expect(readdirSync(join(dir, 'originals')).toSorted()).toEqual(
    all.map(([hash]) => hash).toSorted(),
  );
});

test('goes on in the log of a program that was killed', async () => {
  const all = originals(0, 24);
  const first = new OriginalsLog(dir);
  await first.keep(all.slice(0, 12));
  await killed(first);
  const log = new OriginalsLog(dir);
  log.recover();
  await log.keep(all.slice(12));
  await log.close(10_000);
  expectInFiles(all);
  expect(existsSync(logPath())).toBe(false);
});

test('a log that cannot be read is left alone, and originals are flushed one by one', async () => {
  mkdirSync(logPath());
  const log = new OriginalsLog(dir);
  log.recover();
  const all = originals(0, 12);
  await keepOriginals(dir, new Map(all), () => false, log);
  expectInFiles(all);
  await log.close(10_000);
  expect(existsSync(logPath())).toBe(true);
});

test('few originals, and large ones, do not go through the log', () => {
  const log = new OriginalsLog(dir);
  const few = originals(0, 3);
  expect(log.divide(few)).toEqual({ together: [], alone: few });
  const bytes = Buffer.alloc(100_000);
  const large = [sha256(bytes), bytes] as const;
  const many = originals(0, 20);
  expect(log.divide([large, ...many])).toEqual({ together: many, alone: [large] });
});

test.each(['once', 'always'] as const)(
  'every write of a large import failing %s leaves all files imported or reported, none broken',
  async (mode) => {
    const sources = Array.from({ length: 12 }, (_, index) => ({
      name: `${index}.txt`,
      text: `Story ${index}\n\nThe ferry number ${index} was late again on day ${index}.`,
    }));
    for (let at = 1; at < 400; at += 23) {
      const place = join(dir, `${mode}-${at}`);
      const library = openLibrary(place, testPorts(parseInProcess));
      let imported: unknown[] = [];
      let failed: unknown[] = [];
      const { error } = await withFault(at, mode, async () => {
        const result = await library.call('import.run', { sources });
        ({ imported, failed } = result as { imported: unknown[]; failed: unknown[] });
      });
      if (error === undefined) expect(imported.length + failed.length).toBe(sources.length);
      await library.close();
      const again = openLibrary(place, testPorts(parseInProcess));
      expect(await again.call('library.check', {})).toEqual({ ok: true, problems: [] });
      await again.close();
    }
  },
);

test('an import of many files leaves no log once the library is closed', async () => {
  const sources = Array.from({ length: 20 }, (_, index) => ({
    name: `${index}.txt`,
    text: `Story ${index}`,
  }));
  const kept = vi.spyOn(OriginalsLog.prototype, 'keep');
  const library = openLibrary(dir, testPorts(parseInProcess));
  await library.call('import.run', { sources });
  expect(kept).toHaveBeenCalledOnce();
  await library.close();
  expect(existsSync(logPath())).toBe(false);
  expect(readdirSync(join(dir, 'originals'))).toHaveLength(20);
});

test('a backup restored into another folder brings originals along that are only in the log', async () => {
  const sources = Array.from({ length: 20 }, (_, index) => ({
    name: `${index}.txt`,
    text: `Story ${index}`,
  }));
  const settle = vi.spyOn(OriginalsLog.prototype, 'settle').mockResolvedValue();
  const place = join(dir, 'library');
  const library = openLibrary(place, testPorts(parseInProcess));
  await library.call('import.run', { sources });
  const { path } = (await library.call('library.backup', {})) as { path: string };
  expect(readdirSync(join(place, 'originals'))).toEqual([]);
  await library.close();
  settle.mockRestore();
  const elsewhere = join(dir, 'elsewhere');
  restoreBackup(elsewhere, path, new Date());
  const restored = openLibrary(elsewhere, testPorts(parseInProcess));
  expect(await restored.call('library.check', {})).toEqual({ ok: true, problems: [] });
  await restored.close();
});
