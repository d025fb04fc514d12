import type { Database } from './database.ts';
import {
  bookkeeping,
  keyColumn,
  oldColumn,
  quoted,
  type JournaledTable,
} from './journal-schema.ts';

/** Commands that wrote more rows than this are not looked through: they changed something. */
const fewRows = 200;

/**
 * SQL that answers a row where a command, its only parameter, left a row of `table` other than it
 * found it. What the first change of a row wrote down is what the command found; a row that was
 * given another key counts as changed.
 */
function changedRow(table: JournaledTable): string {
  const shadow = quoted(`journal_${table.name}`);
  const each = (of: (column: string) => string, columns = table.key) => columns.map(of).join(', ');
  const isSame = (one: (column: string) => string, other: (column: string) => string) =>
    table.key.map((column) => `${one(column)} IS ${other(column)}`).join(' AND ');
  const found = (column: string) => `j.${quoted(oldColumn(column))}`;
  const key = (column: string) => `j.${quoted(keyColumn(column))}`;
  const now = (column: string) => `t.${quoted(column)}`;
  const values = table.columns.filter((column) => !bookkeeping.has(column));
  return `WITH first AS (SELECT min(r.seq) AS seq FROM journal_row r JOIN ${shadow} j ON j.seq = r.seq
      WHERE r.command = ?1 AND r.tbl = '${table.name}' GROUP BY ${each(key)})
    SELECT 1 FROM first JOIN journal_row r ON r.seq = first.seq JOIN ${shadow} j ON j.seq = first.seq
      LEFT JOIN ${quoted(table.name)} t ON ${isSame(now, key)}
    WHERE CASE r.op
      WHEN 'insert' THEN ${now(table.key[0] ?? '')} IS NOT NULL
      ELSE NOT (${isSame(key, found)}) OR (${each(now, values)}) IS NOT (${each(found, values)})
    END LIMIT 1`;
}

/** Whether a command left every row as it found it, but for when it was written. */
export function leftAsFound(
  db: Database,
  tables: readonly JournaledTable[],
  command: number,
): boolean {
  const written = db
    .prepare<{ tbl: string }>('SELECT tbl FROM journal_row WHERE command = ? LIMIT ?')
    .all(command, fewRows + 1);
  if (written.length > fewRows) return false;
  const names = new Set(written.map(({ tbl }) => tbl));
  return tables
    .filter(({ name }) => names.has(name))
    .every((table) => db.prepare(changedRow(table)).get(command) === undefined);
}
