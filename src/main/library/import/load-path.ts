import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AttacheError } from '../../../shared/contract/errors.ts';

/** Larger files are refused before they are read. */
export const largestFile = 64 * 1024 * 1024;

/** Why a path could not be read, in the words for a person. */
export function unreadable(path: string, error: unknown): AttacheError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AttacheError(
      'not-found',
      `There is no file or folder "${path}". It may have been moved or renamed.`,
      { cause: error },
    );
  }
  const advice =
    code === 'EMFILE' || code === 'ENFILE'
      ? 'Too many files are open: close some programs, then try again.'
      : 'Check that you may open it.';
  return new AttacheError('file-unreadable', `"${path}" could not be read (${code}). ${advice}`, {
    cause: error,
  });
}

export function tooLarge(name: string, bytes: number): AttacheError {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return new AttacheError(
    'file-too-large',
    `"${name}" is ${megabytes} MB; Attache reads files up to ${largestFile / 1024 / 1024} MB. Split it and import the parts.`,
  );
}

/** Up to this size, reading at once costs less than handing the file to the thread pool. */
export const smallFile = 256 * 1024;

/** The bytes of a file. Throws `not-found`, `file-unreadable` or `file-too-large`. */
export function sizeOf(path: string): number {
  const { size } = orUnreadable(path, () => statSync(path));
  if (size > largestFile) throw tooLarge(path, size);
  return size;
}

/** Reads a file. Rejects as `sizeOf` throws. */
export async function loadPath(path: string): Promise<Uint8Array> {
  if (sizeOf(path) <= smallFile) return loadSmall(path);
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Reads a file at once. Throws as `sizeOf`. */
export const loadSmall = (path: string): Uint8Array => orUnreadable(path, () => readFileSync(path));

/** What `work` answers; what the file system throws as an error that names `path`. */
export function orUnreadable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unreadable(path, error);
  }
}
