import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { AttacheError } from '../../../shared/contract/errors.ts';

/** Who has a library open for writing. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

/** What the last writer left: the library file as it was when it was closed in order. */
export interface CleanClose {
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Lock {
  /** Null where the last writer did not close in order. */
  readonly lastClose: CleanClose | null;
  /**
   * Lets go of the lock, and notes how the file was left. Where the disk does not take the note, the
   * library counts as not closed in order: it is looked over when it is opened next.
   */
  release(closed: CleanClose | null): void;
}

const busy = 5;

/** A connection that nobody refers to is closed by the garbage collector, and its lock freed. */
const held = new Set<DatabaseSync>();

/**
 * Takes the writer's lock of a library: `library.lock`, itself a SQLite file whose reserved lock
 * is held until it is released. The system frees it when the process dies, so there are no stale
 * locks; others can still read who holds it. Throws `library-locked`.
 */
export function takeLock(path: string, now: Date): Lock {
  const connection = new DatabaseSync(path, { timeout: 0 });
  try {
    connection.exec('PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; BEGIN IMMEDIATE;');
    connection.exec(
      'CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), pid INTEGER, host TEXT, since TEXT, size INTEGER, mtime REAL)',
    );
    const left = connection.prepare('SELECT size, mtime FROM holder').get();
    connection
      .prepare('INSERT OR REPLACE INTO holder VALUES (1, ?, ?, ?, NULL, NULL)')
      .run(process.pid, hostname(), now.toISOString());
    connection.exec('COMMIT; BEGIN IMMEDIATE');
    const holds = connection.prepare('SELECT pid FROM holder').get()?.['pid'] === process.pid;
    if (!holds) throw lockedBy(readHolder(path));
    held.add(connection);
    return {
      lastClose:
        left?.['size'] == null || left['mtime'] == null
          ? null
          : { size: Number(left['size']), mtimeMs: Number(left['mtime']) },
      release(closed) {
        try {
          connection
            .prepare('UPDATE holder SET pid = NULL, host = NULL, since = NULL, size = ?, mtime = ?')
            .run(closed?.size ?? null, closed?.mtimeMs ?? null);
          connection.exec('COMMIT');
        } catch {
          // A full or failing disk: the system frees the lock all the same.
        } finally {
          held.delete(connection);
          connection.close();
        }
      },
    };
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) {
      throw lockedBy(readHolder(path));
    }
    throw error;
  }
}

/** Who holds the lock, or null where nobody does or it cannot be read. */
function readHolder(path: string): Holder | null {
  try {
    const connection = new DatabaseSync(path, { readOnly: true, timeout: 200 });
    try {
      const row = connection.prepare('SELECT pid, host, since FROM holder').get();
      return row?.['pid'] == null
        ? null
        : { pid: Number(row['pid']), host: String(row['host']), since: String(row['since']) };
    } finally {
      connection.close();
    }
  } catch {
    return null;
  }
}

function lockedBy(holder: Holder | null): AttacheError {
  const who =
    holder === null
      ? 'another program'
      : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  return new AttacheError(
    'library-locked',
    `This library is open for writing in ${who}. Close it there, or open it for reading only.`,
  );
}
