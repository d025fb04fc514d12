import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { keepOriginals } from '../storage/originals/originals.ts';
import { restoreBackup } from '../storage/backup.ts';
import { makeFolder, writeWhole } from '../storage/durable.ts';
import { readBundleFile } from './read-bundle.ts';

/** True for a file that begins as a ZIP does; a backup begins as a SQLite file. */
export function isBundle(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const head = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === 'PK\u0003\u0004';
}

/**
 * Makes a library in `dir` from a bundle. Throws `target-exists` where there is one already,
 * `damaged-file` where the bundle is not whole, `library-newer`, `library-locked`, `disk-full`.
 */
export async function restoreBundle(
  dir: string,
  path: string,
  now: Date,
): Promise<{ path: string; kept: null }> {
  if (existsSync(join(dir, 'library.sqlite'))) {
    throw new AttacheError(
      'target-exists',
      `There is a library in ${dir} already. Choose an empty folder with --library for the bundle.`,
    );
  }
  const { database, originals } = readBundleFile(path);
  makeFolder(join(dir, 'originals'));
  await keepOriginals(dir, originals, () => false);
  const unpacked = join(dir, '.bundle.sqlite');
  try {
    writeWhole(unpacked, database);
    return { path: restoreBackup(dir, unpacked, now).path, kept: null };
  } finally {
    rmSync(unpacked, { force: true });
  }
}
