import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { backUp } from './backup.ts';
import { createCommands, type Commands } from './commands.ts';
import { openDatabase, type Database } from './database.ts';
import { fsyncDirectory, fsyncFile, makeFolder } from './durable.ts';
import { asAttacheError } from './failure.ts';
import { applicationId, checkIdentity, hasLibraryFile } from './identity.ts';
import { openJournal, type Journal } from './journal.ts';
import { takeLock, type Lock } from './lock.ts';
import { migrations, schemaVersion, type Migration } from './migrations/index.ts';

/** The opened storage of one library folder. */
export interface Storage {
  readonly db: Database;
  readonly commands: Commands;
  readonly journal: Journal;
  readonly readOnly: boolean;
  close(): void;
}

export interface OpenOptions {
  /** Open without the writer's lock: every command then answers `library-read-only`. */
  readonly readOnly?: boolean;
  readonly now: () => Date;
  readonly emit: (event: LibraryEvent) => void;
  /** Told the id of every entry of the history, in the call that made it. */
  readonly made?: (entry: number) => void;
}

/**
 * Opens the library in `dir`, makes it where there is none, and brings an older one up to date
 * after a checked backup. What may not be written to is opened for reading.
 * Throws `library-locked`, `library-newer`, `library-damaged`, `not-a-library`,
 * `invalid-input` for a path too long to work in.
 */
export function openStorage(dir: string, options: OpenOptions): Storage {
  try {
    checkLength(dir);
    const readOnly = options.readOnly === true || !writable(dir) || holdsReadOnlyFile(dir);
    return readOnly ? openForReading(dir, options) : openForWriting(dir, options);
  } catch (error) {
    throw asAttacheError(error);
  }
}

function openForWriting(dir: string, options: OpenOptions): Storage {
  const path = join(dir, 'library.sqlite');
  const lockPath = join(dir, 'library.lock');
  const existed = hasLibraryFile(path);
  // What is refused is refused before anything is made beside it.
  const isForeign = existed && !existsSync(lockPath);
  if (existed) checkIdentity(path, { thorough: isForeign });
  makeFolder(dir);
  const lock = takeLock(lockPath, options.now());
  try {
    if (!existed) createLibraryFile(path);
    else if (!isForeign && !closedInOrder(path, lock)) checkIdentity(path, { thorough: true });
    for (const folder of ['originals', 'backups']) makeFolder(join(dir, folder));
    const db = openDatabase(path);
    try {
      db.exec('PRAGMA journal_mode=WAL');
      if (userVersion(db) < schemaVersion) {
        backUp(db, dir, options.now());
        migrate(db, migrations);
      }
      const journal = openJournal(db, 'write');
      const commands = createCommands(db, journal, { ...options, readOnly: false });
      commands.quietly(null, () => journal.prune(options.now()));
      return {
        db,
        commands,
        journal,
        readOnly: false,
        close: () => closeInOrder(db, path, lock),
      };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    lock.release(null);
    throw error;
  }
}

/** Whether a write-ahead log holds what is not in the file yet, as a killed writer leaves it. */
function hasUnfoldedLog(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0;
}

/** SQLite's "unable to open" of a log that it would have to make an index for, where it cannot. */
const cannotOpen = 14;

function asUnreadableLog(error: unknown, dir: string): unknown {
  const isThat = error instanceof Error && 'errcode' in error && error.errcode === cannotOpen;
  return isThat
    ? new AttacheError(
        'library-read-only',
        `The library in ${dir} was not closed, and what was saved last cannot be read from a read-only folder. Copy the folder to a disk that can be written to and open it there.`,
        { cause: error },
      )
    : error;
}

function openForReading(dir: string, options: OpenOptions): Storage {
  const path = join(dir, 'library.sqlite');
  if (!hasLibraryFile(path)) {
    throw new AttacheError(
      'not-a-library',
      writable(dir)
        ? `There is no library in ${dir} to be read. Name the folder of one, or open this one for writing to make one there.`
        : `There is no library in ${dir}, and the folder is read-only, so none can be made there.`,
    );
  }
  // Told that nothing changes, SQLite passes over the log, and over what was saved last with it.
  const immutable = !writable(dir) && !hasUnfoldedLog(path);
  try {
    checkIdentity(path, { thorough: true, immutable });
  } catch (error) {
    throw immutable || writable(dir) ? error : asUnreadableLog(error, dir);
  }
  const db = openDatabase(path, { readOnly: true, immutable });
  if (userVersion(db) < schemaVersion) {
    db.close();
    throw new AttacheError(
      'library-read-only',
      `The library in ${dir} was written by an older Attache and must be brought up to date before it is read. ${
        writable(dir)
          ? 'Open it for writing once.'
          : 'Its folder is read-only: copy it to one that can be written to, and open it there.'
      }`,
    );
  }
  const journal = openJournal(db, 'read');
  return {
    db,
    journal,
    commands: createCommands(db, journal, { ...options, readOnly: true }),
    readOnly: true,
    close: () => db.close(),
  };
}

/** Applies the migrations above the file's version, each in one transaction. */
export function migrate(db: Database, list: readonly Migration[]): void {
  const from = userVersion(db);
  for (const { version, sql } of list.filter((migration) => migration.version > from)) {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.exec(`PRAGMA user_version=${version}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

/**
 * Made beside its place, synced once and renamed: a kill or a power cut at first start leaves no
 * half library, whatever the disk had taken of it until then.
 */
function createLibraryFile(path: string): void {
  const temporary = `${path}.new`;
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(temporary + suffix, { force: true });
  const db = openDatabase(temporary);
  try {
    requireFts5(db);
    db.exec('PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF');
    db.exec(`PRAGMA application_id=${applicationId}`);
    migrate(db, migrations);
    openJournal(db, 'write');
  } finally {
    db.close();
  }
  fsyncFile(temporary);
  renameSync(temporary, path);
  fsyncDirectory(join(path, '..'));
}

function requireFts5(db: Database): void {
  const options = db.prepare<{ compile_options: string }>('PRAGMA compile_options').all();
  if (!options.some((row) => row.compile_options === 'ENABLE_FTS5')) {
    throw new AttacheError(
      'internal',
      'This SQLite was built without full-text search (FTS5). Start Attache with the Node.js it installs.',
    );
  }
}

/** Out of WAL mode, so that the closed file can be read from a read-only medium. */
function closeInOrder(db: Database, path: string, lock: Lock): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE');
  } catch {
    // Another process is still reading: the log stays, and the next opening folds it in.
  }
  db.close();
  // Gone where the library was deleted while it was open.
  const left = statSync(path, { throwIfNoEntry: false });
  const isWhole = left !== undefined && !existsSync(`${path}-wal`);
  lock.release(isWhole ? { size: left.size, mtimeMs: left.mtimeMs } : null);
}

function closedInOrder(path: string, lock: Lock): boolean {
  const { size, mtimeMs } = statSync(path);
  return lock.lastClose?.size === size && lock.lastClose.mtimeMs === mtimeMs;
}

const userVersion = (db: Database) =>
  db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;

/** SQLite opens no path of more than 512 bytes; names of backups and of its own files come on top. */
const longestFolder = 400;

function checkLength(dir: string): void {
  if (Buffer.byteLength(dir) <= longestFolder) return;
  throw new AttacheError(
    'invalid-input',
    `The path of the library is longer than ${longestFolder} bytes, which its database cannot be opened under: ${dir}. Choose a folder nearer to the root.`,
  );
}

/** As what was copied from a disc is on some systems, in a folder that may be written to. */
const holdsReadOnlyFile = (dir: string): boolean =>
  ['library.sqlite', 'library.lock']
    .map((name) => join(dir, name))
    .some((path) => existsSync(path) && !mayWrite(path));

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Throws `EACCES` for a folder that may not even be read. */
function writable(dir: string): boolean {
  if (!existsSync(dir)) return true;
  if (!statSync(dir).isDirectory()) {
    throw new AttacheError('not-a-library', `${dir} is a file; a library is a folder.`);
  }
  accessSync(dir, constants.R_OK | constants.X_OK);
  return mayWrite(dir);
}
