import type { Database } from './database.ts';
import { keyColumn, oldColumn, quoted, type JournaledTable } from './journal-schema.ts';

const hasColumns =
  (...wanted: readonly string[]) =>
  ({ columns }: JournaledTable): boolean =>
    wanted.every((column) => columns.includes(column));

const isOfTexts = hasColumns('article', 'version', 'text');
const isOfRanges = hasColumns('article', 'start', 'end');

const old = (column: string) => `j.${quoted(oldColumn(column))}`;
const rowsOf = (table: JournaledTable) =>
  `journal_row r JOIN ${quoted(`journal_${table.name}`)} j ON j.seq = r.seq AND r.tbl = '${table.name}'`;
/** Rows of commands that are done and came after `?1`. */
const later = `r.command <> ?1 AND r.seq > (SELECT min(seq) FROM journal_row WHERE command = ?1)
  AND EXISTS (SELECT 1 FROM journal_command c WHERE c.id = r.command AND c.undone = 0)`;

/** The row as it is now, and whether the range it has is not the one it had before a change. */
const present = ({ name, key }: JournaledTable) =>
  `LEFT JOIN ${quoted(name)} t ON ${key
    .map((column) => `t.${quoted(column)} IS j.${quoted(keyColumn(column))}`)
    .join(' AND ')}`;
const isMoved = `(${old('start')} IS NOT t.start OR ${old('end')} IS NOT t."end")`;

/**
 * The first command after `command` that keeps it from being taken back by itself, because a range
 * would come to stand in another text than the one it was made for: a later one put ranges into a
 * text that would go, or gave another text to an article that ranges would come back to.
 */
export function laterOfAnotherText(
  db: Database,
  tables: readonly JournaledTable[],
  command: number,
): number | undefined {
  const texts = tables.find(isOfTexts);
  if (texts === undefined) return undefined;
  const article = `j.${quoted(keyColumn('article'))}`;
  const found = tables.filter(isOfRanges).flatMap((ranges) => [
    `SELECT r.seq, r.command FROM ${rowsOf(ranges)} ${present(ranges)}
     WHERE ${later} AND (r.op = 'insert' OR ${isMoved})
       AND t.article IN (SELECT ${article} FROM ${rowsOf(texts)} WHERE r.command = ?1)`,
    `SELECT r.seq, r.command FROM ${rowsOf(texts)}
     WHERE ${later} AND ${article} IN (SELECT ${old('article')} FROM ${rowsOf(ranges)} ${present(ranges)}
       WHERE r.command = ?1 AND (r.op = 'delete' OR (r.op = 'update' AND ${isMoved})))`,
  ]);
  return db
    .prepare<{ command: number }>(
      `SELECT command FROM (${found.join(' UNION ALL ')}) ORDER BY seq LIMIT 1`,
    )
    .get(command)?.command;
}
