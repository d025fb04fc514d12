import type { Database } from './database.ts';
import { keyColumn, quoted } from './journal-schema.ts';

/** The highest key given or seen, by table; the journal is looked through once per opening. */
const highest = new WeakMap<Database, Map<string, number>>();

/**
 * A number no row of `table` has, nor any that was deleted and may come back: SQLite gives the
 * highest one again once its row is gone. `count` numbers from it on are taken.
 */
export function freshKey(db: Database, table: string, column: string, count = 1): number {
  const known = highest.get(db) ?? new Map<string, number>();
  highest.set(db, known);
  const most = (from: string, of: string) =>
    db
      .prepare<{ most: number }>(
        `SELECT coalesce(max(${quoted(of)}), 0) AS most FROM ${quoted(from)}`,
      )
      .get()?.most ?? 0;
  const before = known.get(table) ?? most(`journal_${table}`, keyColumn(column));
  const first = Math.max(before, most(table, column)) + 1;
  known.set(table, first + count - 1);
  return first;
}
