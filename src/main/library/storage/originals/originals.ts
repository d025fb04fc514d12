import { existsSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { fsyncDirectory } from '../durable.ts';
import { originalPath, sha256 } from './original-name.ts';
import { originalsInLog, type OriginalsLog } from './originals-log.ts';

const unfinished = '.part';

/** Removes what a killed import left half written. Nothing else may be writing originals meanwhile. */
export async function dropUnfinished(dir: string): Promise<void> {
  const folder = join(dir, 'originals');
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.endsWith(unfinished));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

async function writeOne(dir: string, hash: string, bytes: Uint8Array): Promise<void> {
  const path = originalPath(dir, hash);
  const temporary = `${path}.${process.pid}${unfinished}`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function asWriteError(error: unknown): AttacheError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AttacheError(
      'disk-full',
      'The disk is full: the original could not be kept. Nothing of this batch was imported. Free some space and import again.',
      { cause: error },
    );
  }
  return new AttacheError(
    'write-failed',
    `The original could not be written into the library folder (${code ?? String(error)}). Check that the folder is there and can be written to.`,
    { cause: error },
  );
}

async function writeEach(
  dir: string,
  originals: readonly (readonly [hash: string, bytes: Uint8Array])[],
): Promise<void> {
  if (originals.length === 0) return;
  const written = await Promise.allSettled(
    originals.map(([hash, bytes]) => writeOne(dir, hash, bytes)),
  );
  const failed = written.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason as unknown;
  fsyncDirectory(join(dir, 'originals'));
}

/**
 * Writes originals under their SHA-256 and makes them durable: temporary file, fsync, rename,
 * fsync of the folder; many small ones together through the `log`, where there is one. Call it
 * before the transaction that names them. Only those that `isKnown` says an article names already
 * may be there.
 * Throws `disk-full` or `write-failed`.
 */
export async function keepOriginals(
  dir: string,
  originals: ReadonlyMap<string, Uint8Array>,
  isKnown: (hash: string) => boolean,
  log: OriginalsLog | null = null,
): Promise<void> {
  const missing = [...originals].filter(
    ([hash]) => !isKnown(hash) || !(log?.has(hash) === true || existsSync(originalPath(dir, hash))),
  );
  try {
    const { together, alone } = log?.divide(missing) ?? { together: [], alone: missing };
    if (together.length > 0) await log?.keep(together);
    await writeEach(dir, alone);
  } catch (error) {
    throw asWriteError(error);
  }
}

const fileOf = (dir: string, hash: string): Promise<Buffer | null> =>
  readFile(originalPath(dir, hash)).catch(() => null);

/** The kept bytes. Throws `file-not-found` where the file is gone, `damaged-file` where it changed. */
export async function readOriginal(dir: string, hash: string, name: string): Promise<Uint8Array> {
  const first = await fileOf(dir, hash);
  if (first !== null && sha256(first) === hash) return first;
  // Asked a second time, for its file may have been written from the log, and the log removed, since.
  const bytes = originalsInLog(dir).get(hash) ?? (await fileOf(dir, hash));
  if (bytes === null) {
    throw new AttacheError(
      'file-not-found',
      `The original of "${name}" is missing from the library's "originals" folder. Restore it from a backup of that folder; the text is unharmed.`,
    );
  }
  if (sha256(bytes) !== hash) {
    throw new AttacheError(
      'damaged-file',
      `The original of "${name}" has been changed on disk since it was imported. The text is unharmed.`,
    );
  }
  return bytes;
}
