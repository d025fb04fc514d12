import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { originalsInLog } from './originals/originals-log.ts';
import { openDatabase, type Database } from './database.ts';
import { copyWhole, makeFolder, replaceFile } from './durable.ts';
import { checkIdentity } from './identity.ts';
import { takeLock } from './lock.ts';
import { backupsToKeep } from './rotation.ts';
import { mustBeInPlace } from './still-there.ts';

const pattern = /^library-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(-\d{3})?Z\.sqlite$/;

const nameAt = (now: Date) =>
  `library-${now.toISOString().replaceAll(':', '-').replace('.', '-')}.sqlite`;

/** What a restore put aside. */
const setAside = /^before-restore-library-[\dTZ-]+\.sqlite$/;

/** Every copy of the library in its `backups/`, as file names: backups, and what restores put aside. */
export function keptFiles(dir: string): string[] {
  const folder = join(dir, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => pattern.test(name) || setAside.test(name));
}

/** Backups of a library folder, oldest first, as file names. */
export function listBackups(dir: string): string[] {
  return keptFiles(dir)
    .filter((name) => pattern.test(name))
    .sort();
}

/**
 * Writes a checked copy of the whole database into `backups/` and lets old ones go.
 * `VACUUM INTO` a temporary file, look it over, flush, rename. Answers with its path.
 * Originals are never changed after import, so they are not copied.
 */
export function backUp(db: Database, dir: string, now: Date): string {
  mustBeInPlace(db.path);
  const folder = join(dir, 'backups');
  makeFolder(folder);
  const path = join(folder, nameAt(now));
  if (existsSync(path))
    throw new AttacheError('target-exists', `There is a backup ${path} already.`);
  replaceFile(path, (temporary) => {
    db.prepare('VACUUM INTO ?').run(temporary);
    checkIdentity(temporary, { thorough: true });
  });
  const names = listBackups(dir);
  const keep = backupsToKeep(names);
  for (const name of names) {
    if (!keep.has(name) && name !== basename(path)) rmSync(join(folder, name), { force: true });
  }
  return path;
}

/** Backs up where the newest backup is a day old and the library has changed since. */
export function backUpIfDue(db: Database, dir: string, now: Date): string | null {
  const newest = listBackups(dir).at(-1);
  if (newest !== undefined) {
    const taken = statSync(join(dir, 'backups', newest)).mtimeMs;
    const changed = Math.max(
      ...['library.sqlite', 'library.sqlite-wal']
        .map((name) => join(dir, name))
        .filter(existsSync)
        .map((path) => statSync(path).mtimeMs),
    );
    if (changed <= taken || Math.abs(now.getTime() - taken) < 86_400_000) return null;
  }
  return backUp(db, dir, now);
}

/** Refuses what cannot be put in a library's place, as a file the person chose, not as their library. */
export function checkBackup(path: string): void {
  try {
    checkIdentity(path, { thorough: true });
  } catch (error) {
    if (!(error instanceof AttacheError) || error.code !== 'library-damaged') throw error;
    throw new AttacheError(
      'library-damaged',
      `${path} is damaged, or is no backup of a library. Nothing was changed: choose another file.`,
      { cause: error },
    );
  }
}

/**
 * A backup from another library's `backups/` names originals that this folder may not have: they are
 * copied from the `originals/` beside it and from the log, as far as they are there.
 */
function takeOriginals(dir: string, backup: string): void {
  const folder = join(dirname(dirname(resolve(backup))), 'originals');
  const own = join(dir, 'originals');
  if (resolve(own) === folder || !existsSync(folder)) return;
  makeFolder(own);
  const logged = originalsInLog(dirname(folder));
  const db = openDatabase(backup, { readOnly: true });
  try {
    for (const { sha256 } of db.prepare<{ sha256: string }>('SELECT sha256 FROM originals').all()) {
      const [from, to] = [join(folder, sha256), join(own, sha256)];
      if (existsSync(to)) continue;
      const bytes = logged.get(sha256);
      if (bytes !== undefined) writeFileSync(to, bytes, { flush: true });
      else if (existsSync(from)) copyWhole(from, to);
    }
  } finally {
    db.close();
  }
}

/**
 * Puts a backup in the place of the library's database. The database that was there is kept in
 * `backups/` beside the others, so a restore can be taken back. The library must not be open.
 * Restored into another folder, the backup brings the originals beside it along.
 * Throws `not-found`, `library-damaged`, `library-newer`, `not-a-library`, `library-locked`.
 */
export function restoreBackup(
  dir: string,
  backup: string,
  now: Date,
): { path: string; kept: string | null } {
  if (!existsSync(backup)) {
    throw new AttacheError('not-found', `There is no backup ${backup}.`);
  }
  checkBackup(backup);
  makeFolder(join(dir, 'backups'));
  const lock = takeLock(join(dir, 'library.lock'), now);
  try {
    const path = join(dir, 'library.sqlite');
    let kept: string | null = null;
    if (existsSync(path)) {
      kept = freePath(join(dir, 'backups', `before-restore-${nameAt(now)}`));
      keepAside(path, kept);
    }
    takeOriginals(dir, backup);
    // A log of the database that was there, found beside the one that comes, would be played into it.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    copyWhole(backup, path);
    return { path, kept };
  } finally {
    lock.release(null);
  }
}

/** `path`, or the first of `path-2.sqlite`, `path-3.sqlite` … that is not taken. */
function freePath(path: string): string {
  let free = path;
  for (let n = 2; existsSync(free); n += 1) free = path.replace(/\.sqlite$/, `-${n}.sqlite`);
  return free;
}

/**
 * Copies the database that is to be replaced, with what is only in its write-ahead log so far:
 * another program that reads keeps the log from being folded in, and is not waited for.
 */
function keepAside(path: string, kept: string): void {
  try {
    const db = openDatabase(path);
    try {
      db.exec('PRAGMA busy_timeout=0');
      const folding = db.prepare<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (folding?.busy === 1) {
        replaceFile(kept, (temporary) => db.prepare('VACUUM INTO ?').run(temporary));
        return;
      }
    } finally {
      db.close();
    }
  } catch {
    // A damaged library is what restores are for: it is kept as it is.
  }
  copyWhole(path, kept);
}
