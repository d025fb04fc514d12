import { AttacheError } from '../../../shared/contract/errors.ts';

/** SQLite's primary result codes that mean something to a person. */
const sqlite: Record<number, () => AttacheError> = {
  5: () =>
    new AttacheError(
      'library-locked',
      'The library is busy in another program. Try again in a moment.',
    ),
  8: () =>
    new AttacheError(
      'library-read-only',
      'The library cannot be written to: its folder is read-only.',
    ),
  10: () =>
    new AttacheError(
      'write-failed',
      'The disk did not take the change, so it was not saved. Check the disk, then try again.',
    ),
  11: () =>
    new AttacheError(
      'library-damaged',
      'The library file is damaged. Nothing was changed; restore a backup with "attache restore".',
    ),
  14: () =>
    new AttacheError(
      'write-failed',
      "A file in the library's folder could not be opened or made. Check that the folder and what is in it may be written to.",
    ),
  13: () =>
    new AttacheError(
      'disk-full',
      'The disk is full, so the change was not saved. Make room on the disk, then try again.',
    ),
};
sqlite[26] = sqlite[11] as () => AttacheError;

const nowhere = (path: string) =>
  new AttacheError(
    'write-failed',
    `${path} is not there and cannot be made. Choose another folder.`,
  );

const forbidden = (path: string) =>
  new AttacheError('write-failed', `Attache may not open or write ${path}. Check its permissions.`);

const system: Record<string, (path: string) => AttacheError> = {
  ENOSPC: () => (sqlite[13] as () => AttacheError)(),
  EDQUOT: () => (sqlite[13] as () => AttacheError)(),
  EROFS: (path) =>
    new AttacheError('library-read-only', `${path} is on a read-only disk. Choose another folder.`),
  EACCES: forbidden,
  EPERM: forbidden,
  ENOENT: (path) => nowhere(path),
  ENOTDIR: (path) => nowhere(path),
  EMFILE: (path) =>
    new AttacheError(
      'write-failed',
      `Too many files are open to use ${path}. Close some, then try again.`,
    ),
  EIO: (path) =>
    new AttacheError('write-failed', `The disk reported an error at ${path}. Nothing was changed.`),
};

/** What SQLite or the file system threw, as the error a person reads. Others pass unchanged. */
export function asAttacheError(thrown: unknown): unknown {
  if (thrown instanceof AttacheError || !(thrown instanceof Error)) return thrown;
  if ('errcode' in thrown && typeof thrown.errcode === 'number') {
    return sqlite[thrown.errcode & 0xff]?.() ?? thrown;
  }
  if ('code' in thrown && typeof thrown.code === 'string') {
    const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : 'the folder';
    return system[thrown.code]?.(path) ?? thrown;
  }
  return thrown;
}

/**
 * What a method threw, as the error a person reads. JSON that does not parse and that nobody caught
 * is Attache's own, out of the database, where a damaged page can pass SQLite's checks: what others
 * wrote is parsed where its failure is expected.
 */
export function asMethodError(thrown: unknown): unknown {
  const isDamagedJson = thrown instanceof SyntaxError && thrown.message.includes('JSON');
  return isDamagedJson ? sqlite[11]?.() : asAttacheError(thrown);
}
