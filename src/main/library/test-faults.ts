import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** The SQLite error of a disk that fails, as node:sqlite throws it. */
const sqliteFault = () =>
  Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
const systemFault = (name: string) =>
  Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO', errno: -5, syscall: name });

/** Statements that cannot fail: SQLite rolls back by itself, and its settings are in memory. */
const untouched = new Set<unknown>([
  'ROLLBACK',
  'PRAGMA synchronous=NORMAL',
  'PRAGMA synchronous=FULL',
]);

type Callable = (...args: unknown[]) => unknown;

const points: [object: object, names: string[], fault: (name: string) => Error][] = [
  [DatabaseSync.prototype, ['exec'], sqliteFault],
  [StatementSync.prototype, ['run'], sqliteFault],
  [fs, ['writeSync', 'fsyncSync', 'renameSync', 'copyFileSync'], systemFault],
  [fsPromises, ['open', 'rename', 'writeFile'], systemFault],
];

/**
 * Fails operation `at` (from 1) of those that write while `work` runs, once or from there on
 * always, as SQLite's own tests do. Answers how many operations there were and what was thrown.
 */
export async function withFault(
  at: number,
  mode: 'once' | 'always',
  work: () => Promise<unknown>,
): Promise<{ operations: number; error: unknown }> {
  let operations = 0;
  const restore: (() => void)[] = [];
  for (const [object, names, fault] of points) {
    for (const name of names) {
      const original = Reflect.get(object, name) as Callable;
      Reflect.set(object, name, function faulty(this: unknown, ...args: unknown[]) {
        if (untouched.has(args[0])) return original.apply(this, args);
        operations += 1;
        if (operations === at || (mode === 'always' && operations > at)) throw fault(name);
        return original.apply(this, args);
      });
      restore.push(() => void Reflect.set(object, name, original));
    }
  }
  syncBuiltinESMExports();
  let error: unknown;
  try {
    await work();
  } catch (thrown) {
    error = thrown;
  } finally {
    for (const undo of restore) undo();
    syncBuiltinESMExports();
  }
  return { operations, error };
}
