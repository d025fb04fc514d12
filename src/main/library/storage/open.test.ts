import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from './backup.ts';
import { openStorage } from './open.ts';
import { dump, insertArticle, testStorage } from './test-storage.ts';

let t: ReturnType<typeof testStorage>;
beforeEach(() => void (t = testStorage()));
afterEach(() => t.dispose());

const options = { now: () => new Date(), emit: () => undefined };
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A second folder whose library file holds these bytes. */
function folderWith(bytes: Uint8Array): { dir: string; path: string } {
  const dir = join(t.dir, 'other');
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'library.sqlite');
  writeFileSync(path, bytes);
  return { dir, path };
}

/** The bytes of a closed library after `change`. */
function libraryBytes(change: (db: DatabaseSync) => void = () => undefined): Buffer {
  t.storage.commands.run('Import', { topics: [] }, () => {
    for (let i = 0; i < 200; i += 1) insertArticle(t.storage.db, `a${i}`, 'word '.repeat(400));
  });
  t.reopen();
  t.storage.close();
  const path = join(t.dir, 'library.sqlite');
  const db = new DatabaseSync(path);
  change(db);
  db.close();
  const bytes = readFileSync(path);
  t.reopen = () => undefined;
  t.closed();
  return bytes;
}

describe('what is refused is left as it was', () => {
  const refused: [string, string, () => Uint8Array][] = [
    ['a file of 0 bytes', 'library-damaged', () => new Uint8Array()],
    ['a file of NULs', 'library-damaged', () => new Uint8Array(8192)],
    ['a text file', 'library-damaged', () => Buffer.from('hello, this is no library at all')],
    [
      'a library cut in half',
      'library-damaged',
      () => {
        const bytes = libraryBytes();
        return bytes.subarray(0, Math.floor(bytes.length / 2));
      },
    ],
    [
      'a library with a damaged page',
      'library-damaged',
      () => {
        const bytes = libraryBytes();
        bytes.fill(0x5a, 4096 * 20, 4096 * 24);
        return bytes;
      },
    ],
    [
      'a library of a newer Attache',
      'library-newer',
      () => libraryBytes((db) => db.exec('PRAGMA user_version=999')),
    ],
    [
      "another program's database",
      'not-a-library',
      () => libraryBytes((db) => db.exec('PRAGMA application_id=7')),
    ],
    [
      'a library whose tables are gone',
      'library-damaged',
      () => libraryBytes((db) => db.exec('PRAGMA foreign_keys=OFF; DROP TABLE texts')),
    ],
  ];
  test.each(refused)('%s: %s', (_name, code, bytes) => {
    const { dir, path } = folderWith(bytes());
    const before = hash(path);
    expect(() => openStorage(dir, options)).toThrowError(expect.objectContaining({ code }));
    expect(hash(path)).toBe(before);
    expect(readdirSync(dir)).toEqual(['library.sqlite']);
    // And a second time, so that the refusal itself has left nothing behind.
    expect(() => openStorage(dir, options)).toThrowError(expect.objectContaining({ code }));
  });

  test('a file where a folder should be', () => {
    const path = join(t.dir, 'file');
    writeFileSync(path, 'x');
    expect(() => openStorage(path, options)).toThrowError(
      expect.objectContaining({ code: 'not-a-library' }),
    );
  });
});

describe('where a library is made', () => {
  test('its folder, and those it lies in, are for its owner alone', () => {
    const dir = join(t.dir, 'a', 'b');
    openStorage(dir, options).close();
    const modes = [join(t.dir, 'a'), dir, join(dir, 'originals')].map(
      (path) => statSync(path).mode & 0o777,
    );
    if (process.platform !== 'win32') expect(modes).toEqual([0o700, 0o700, 0o700]);
  });

  test.runIf(process.platform === 'linux')('a place that takes no folder is told, at once', () => {
    expect(() => openStorage('/proc/library', options)).toThrowError(
      expect.objectContaining({
        code: 'write-failed',
        message: expect.stringContaining('/proc/library'),
      }),
    );
  });
});

test('a path too long for its database is told', () => {
  const dir = join(t.dir, 'a'.repeat(200), 'b'.repeat(200));
  expect(() => openStorage(dir, options)).toThrowError(
    expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(dir) }),
  );
  expect(existsSync(join(t.dir, 'a'.repeat(200)))).toBe(false);
});

test.runIf(process.platform !== 'win32')(
  'a library that is moved away while it is open takes nothing, and makes nothing where it was',
  () => {
    const dir = join(t.dir, 'here');
    const storage = openStorage(dir, options);
    renameSync(dir, `${dir}-no-more`);
    const refused = expect.objectContaining({
      code: 'write-failed',
      message: expect.stringMatching(/here\/library\.sqlite was moved or deleted/),
    });
    const change = () => storage.commands.run('x', { topics: [] }, () => undefined);
    expect(change).toThrowError(refused);
    expect(() => backUp(storage.db, dir, new Date())).toThrowError(refused);
    expect(existsSync(dir)).toBe(false);
    renameSync(`${dir}-no-more`, dir);
    expect(change).not.toThrow();
    rmSync(dir, { recursive: true });
    expect(() => storage.close()).not.toThrow();
  },
);

describe('one writer', () => {
  test('a second opening is told who holds the library, and may read it', () => {
    insertArticle(t.storage.db, 'a');
    expect(() => openStorage(t.dir, options)).toThrowError(
      expect.objectContaining({
        code: 'library-locked',
        message: expect.stringContaining(`process ${process.pid}`),
      }),
    );
    const reader = openStorage(t.dir, { ...options, readOnly: true });
    expect(reader.db.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: 1 });
    expect(() => reader.commands.run('x', { topics: [] }, () => undefined)).toThrowError(
      expect.objectContaining({ code: 'library-read-only' }),
    );
    reader.close();
  });

  test('to be read only, none is made where none is, and an older one is left as it is', () => {
    const missing = join(t.dir, 'missing');
    expect(() => openStorage(missing, { ...options, readOnly: true })).toThrowError(
      expect.objectContaining({
        code: 'not-a-library',
        message: expect.stringMatching(/^There is no library in .*missing to be read/),
      }),
    );
    expect(existsSync(missing)).toBe(false);
    const { dir, path } = folderWith(libraryBytes((db) => db.exec('PRAGMA user_version=14')));
    const before = hash(path);
    expect(() => openStorage(dir, { ...options, readOnly: true })).toThrowError(
      expect.objectContaining({
        code: 'library-read-only',
        message: expect.stringMatching(/Open it for writing once\.$/),
      }),
    );
    expect(hash(path)).toBe(before);
  });

  test('the lock of a killed process is free at once, and its work is there', async () => {
    const dir = join(t.dir, 'killed');
    const child = fork(join(import.meta.dirname, 'test-writer.ts'), [dir, 'hold'], {
      stdio: 'pipe',
      execArgv: [...process.execArgv, '--expose-gc'],
    });
    await new Promise((resolve) => child.once('message', resolve));
    expect(() => openStorage(dir, options)).toThrowError(
      expect.objectContaining({ code: 'library-locked' }),
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const storage = openStorage(dir, options);
    expect(dump(storage.db)['articles']).toHaveLength(1);
    storage.close();
  });
});

test('write-ahead log, full synchronisation, foreign keys, untrusted schema', () => {
  const pragma = (name: string) =>
    Object.values(t.storage.db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('trusted_schema')).toBe(0);
});

test('a closed library is out of WAL mode, so that a read-only medium can be read', () => {
  t.storage.close();
  const header = readFileSync(join(t.dir, 'library.sqlite'));
  expect([header[18], header[19]]).toEqual([1, 1]);
  t.closed();
});
