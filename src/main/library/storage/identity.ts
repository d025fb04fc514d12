import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { openDatabase, type Database } from './database.ts';
import { schemaVersion } from './migrations/index.ts';

/** "ATCH", in the file header's application id. */
export const applicationId = 0x41544348;

const magic = 'SQLite format 3\0';
const requiredTables = [
  'articles',
  'texts',
  'annotations',
  'actors',
  'documents',
  'journal_command',
];

const damaged = (path: string, what: string) =>
  new AttacheError(
    'library-damaged',
    `${path} ${what}. It was left as it is. Restore a backup from the library's "backups" folder with "attache restore".`,
  );

/** True where there is a library file to open; false where one is to be made. Reads bytes only. */
export function hasLibraryFile(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!statSync(path).isFile()) {
    throw new AttacheError('not-a-library', `${path} is not a file, so it cannot be a library.`);
  }
  const header = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, header, 0, 16, 0);
    if (length === 0) throw damaged(path, 'is empty');
    if (header.toString('latin1') !== magic) throw damaged(path, 'is not a SQLite file any more');
  } finally {
    closeSync(file);
  }
  return true;
}

/**
 * What is wrong with the pages of any table or index, or null. Asked table by table, because a
 * `quick_check` of the whole file also reads through the full-text index, which takes five times
 * as long as everything else and can be made again; `library.check` does look there.
 */
function faultIn(db: Database): string | null {
  const tables = db
    .prepare<{ name: string }>(
      `SELECT 'sqlite_schema' AS name UNION ALL
       SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .all();
  for (const { name } of tables) {
    const sql = `PRAGMA quick_check("${name.replaceAll('"', '""')}")`;
    const verdict = db.prepare<{ quick_check: string }>(sql).get()?.quick_check;
    if (verdict !== 'ok') return verdict ?? 'no answer';
  }
  return null;
}

const pragma = (db: Database, name: string) =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? 0);

/**
 * Refuses what is no library of ours, a newer one, or a damaged one, without changing a byte.
 * A 0-byte file passes `quick_check` and a SELECT answers on a damaged page, hence all four looks.
 */
export function checkIdentity(
  path: string,
  options: { thorough: boolean; immutable?: boolean },
): void {
  let db: Database | undefined;
  try {
    db = openDatabase(path, { readOnly: true, immutable: options.immutable ?? false });
    if (pragma(db, 'application_id') !== applicationId) {
      throw new AttacheError(
        'not-a-library',
        `${path} was not made by Attache. It was left as it is; choose another folder.`,
      );
    }
    const version = pragma(db, 'user_version');
    if (version > schemaVersion) {
      throw new AttacheError(
        'library-newer',
        `${path} was written by a newer Attache (format ${version}; this one knows ${schemaVersion}). It was left as it is; update Attache to open it.`,
      );
    }
    const tables = new Set(
      db
        .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map((row) => row.name),
    );
    const missing = requiredTables.filter((table) => !tables.has(table));
    if (version < 1 || missing.length > 0) {
      throw damaged(path, `has no table ${missing[0] ?? 'of ours'}`);
    }
    if (options.thorough) {
      const fault = faultIn(db);
      if (fault !== null) throw damaged(path, `is damaged (${fault})`);
    }
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === 11 || code === 26) {
      throw damaged(path, `is damaged (${error instanceof Error ? error.message : 'unreadable'})`);
    }
    throw error;
  } finally {
    db?.close();
  }
}
