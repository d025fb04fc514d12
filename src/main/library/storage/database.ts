import { pathToFileURL } from 'node:url';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

export interface Statement<R> {
  get(...values: SQLInputValue[]): R | undefined;
  all(...values: SQLInputValue[]): R[];
  iterate(...values: SQLInputValue[]): Iterable<R>;
  run(...values: SQLInputValue[]): { changes: number; lastInsertRowid: number };
}

/** A SQLite connection with prepared statements kept by their text. */
export interface Database {
  readonly path: string;
  /** `R` names the row the SQL selects; STRICT tables hold SQLite to it. */
  prepare<R = Row>(sql: string): Statement<R>;
  exec(sql: string): void;
  /** True inside a transaction. */
  readonly inTransaction: boolean;
  close(): void;
}

/** A read-only medium takes no lock and no -shm file: SQLite then wants to be told that nothing changes. */
function immutableUrl(path: string): URL {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return url;
}

/** Pages kept in memory, in KiB: the upper levels of a large library's indexes. */
export const keptPages = 16_384;
/** A write-ahead log is long from so many bytes on: it is then folded in at rest, and cut to that. */
export const longLog = 4 * 1024 * 1024;
/** So many pages, 256 MB, are the longest the log may grow: an import writes the same ones again and again. */
const longestLog = 64_000;

/** Opens one connection with the settings every library connection has. */
export function openDatabase(
  path: string,
  options: { readOnly?: boolean; immutable?: boolean } = {},
): Database {
  const location = options.immutable === true ? immutableUrl(path) : path;
  const connection = new DatabaseSync(location, {
    readOnly: options.readOnly ?? false,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
    timeout: 5000,
  });
  connection.exec(
    `PRAGMA cache_size=${-keptPages}; PRAGMA wal_autocheckpoint=${longestLog}; PRAGMA journal_size_limit=${longLog}; PRAGMA trusted_schema=OFF; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;`,
  );
  const statements = new Map<string, Statement<unknown>>();
  return {
    path,
    prepare<R>(sql: string): Statement<R> {
      let statement = statements.get(sql);
      if (statement === undefined) {
        const prepared = connection.prepare(sql);
        statement = {
          get: (...values) => prepared.get(...values),
          all: (...values) => prepared.all(...values),
          iterate: (...values) => prepared.iterate(...values),
          run: (...values) => {
            const result = prepared.run(...values);
            return {
              changes: Number(result.changes),
              lastInsertRowid: Number(result.lastInsertRowid),
            };
          },
        };
        statements.set(sql, statement);
      }
      return statement as Statement<R>;
    },
    exec: (sql) => connection.exec(sql),
    get inTransaction() {
      return connection.isTransaction;
    },
    close: () => {
      statements.clear();
      connection.close();
    },
  };
}

/**
 * Reads of one moment, whatever another program writes between two of them. `work` ends before
 * anything else is done with the connection.
 */
export function ofOneMoment<T>(db: Database, work: () => T): T {
  if (db.inTransaction) return work();
  db.prepare('BEGIN').run();
  try {
    return work();
  } finally {
    db.prepare('COMMIT').run();
  }
}
