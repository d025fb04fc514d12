import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes a folder, and those it lies in, for its owner alone; one that is there stays as it is.
 * Throws what the file system throws. Not `recursive`, which never comes back where a folder that
 * exists takes no others (/proc).
 */
export function makeFolder(dir: string): void {
  const isThere = () => statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isThere()) return;
  const parent = dirname(dir);
  if (parent !== dir) makeFolder(parent);
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    if (!isThere()) throw error;
  }
}

/** Flushes a file's bytes to the disk. */
export function fsyncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same, while other work goes on. Rejects with what the file system throws. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename in `dir` last. Windows has no handle on folders and needs none. */
export function fsyncDirectory(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts a whole file at `path` or nothing: `fill` writes a temporary neighbour, which is flushed
 * and renamed over the target. Throws what the file system throws, the temporary file removed.
 */
export function replaceFile(path: string, fill: (temporary: string) => void): void {
  const dir = dirname(path);
  makeFolder(dir);
  const temporary = join(dir, `.${crypto.randomUUID()}.tmp`);
  try {
    fill(temporary);
    fsyncFile(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  fsyncDirectory(dir);
}

/** Writes `bytes` to `path`, whole or not at all. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  replaceFile(path, (temporary) => {
    const file = openSync(temporary, 'wx');
    try {
      const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      for (let done = 0; done < data.length;) done += writeSync(file, data, done);
    } finally {
      closeSync(file);
    }
  });
}

/** Copies a file to `path`, whole or not at all. */
export function copyWhole(from: string, path: string): void {
  replaceFile(path, (temporary) => copyFileSync(from, temporary));
}
