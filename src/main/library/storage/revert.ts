import { isDeepStrictEqual } from 'node:util';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Database } from './database.ts';
import {
  bookkeeping,
  keyColumn,
  oldColumn,
  quoted,
  type JournaledTable,
} from './journal-schema.ts';

interface ChangedRow extends Record<string, unknown> {
  readonly seq: number;
  readonly command: number;
  readonly op: 'insert' | 'update' | 'delete';
}

export interface Reversal {
  /** Journal rows of updates of which only these columns go back: later commands changed others. */
  readonly partial: ReadonlyMap<number, readonly string[]>;
}

const shadowOf = (table: JournaledTable) => quoted(`journal_${table.name}`);
const list = (columns: readonly string[], of: (column: string) => string, prefix = '') =>
  columns.map((column) => `${prefix}${quoted(of(column))}`).join(', ');

/** SQL of the keys that a command's rows of `table` had before or after: `?1` is the command. */
function keysOf(table: JournaledTable): string {
  const rows = `FROM journal_row r JOIN ${shadowOf(table)} j ON j.seq = r.seq
    WHERE r.command = ?1 AND r.tbl = '${table.name}'`;
  const named = table.key.map((column) => `j.${quoted(keyColumn(column))} AS ${quoted(column)}`);
  const before = table.key.map((column) => `j.${quoted(oldColumn(column))}`);
  return `SELECT ${named.join(', ')} ${rows}
    UNION SELECT ${before.join(', ')} ${rows} AND r.op <> 'insert'`;
}

const labelOf = (db: Database, command: number): string =>
  db.prepare<{ label: string }>('SELECT label FROM journal_command WHERE id = ?').get(command)
    ?.label ?? '';

const refusal = (label: string, later: string) =>
  new AttacheError(
    'conflict',
    `“${label}” cannot be taken back by itself: “${later}” came after it and changed the same. Take that back first.`,
  );

/**
 * Whether `command` can be taken back although others came after it: none of them may have changed
 * a row it changed, other than in other columns. Throws `conflict` naming the one that did.
 */
export function planReversal(
  db: Database,
  tables: readonly JournaledTable[],
  command: number,
): Reversal {
  const partial = new Map<number, readonly string[]>();
  for (const table of tables) {
    const matches = (one: string, other: (column: string) => string) =>
      table.key.map((column) => `${one}.${quoted(column)} IS ${other(column)}`).join(' AND ');
    const touched = db
      .prepare<Record<string, unknown>>(
        `WITH mine AS MATERIALIZED (${keysOf(table)}),
           later AS (SELECT j.* FROM journal_row r JOIN ${shadowOf(table)} j ON j.seq = r.seq
             JOIN journal_command c ON c.id = r.command AND c.undone = 0
             WHERE r.tbl = '${table.name}' AND r.command <> ?1
               AND r.seq > (SELECT min(seq) FROM journal_row WHERE command = ?1))
         SELECT DISTINCT ${table.key.map((column) => `mine.${quoted(column)}`).join(', ')}
         FROM mine JOIN later ON ${matches('mine', (column) => `later.${quoted(keyColumn(column))}`)}
         UNION SELECT ${table.key.map((column) => `mine.${quoted(column)}`).join(', ')}
         FROM mine JOIN later ON ${matches('mine', (column) => `later.${quoted(oldColumn(column))}`)}`,
      )
      .all(command);
    for (const key of touched) planRow(db, table, command, Object.values(key), partial);
  }
  return { partial };
}

/** A row that was changed by `command` and later: which of its columns can go back. */
function planRow(
  db: Database,
  table: JournaledTable,
  command: number,
  key: readonly unknown[],
  partial: Map<number, readonly string[]>,
): void {
  const is = (of: (column: string) => string) =>
    table.key.map((column, i) => `j.${quoted(of(column))} IS ?${i + 2}`).join(' AND ');
  const history = db
    .prepare<ChangedRow>(
      `SELECT r.seq, r.command, r.op, ${list(table.key, keyColumn, 'j.')}, ${list(table.columns, oldColumn, 'j.')}
       FROM journal_row r JOIN ${shadowOf(table)} j ON j.seq = r.seq
       JOIN journal_command c ON c.id = r.command AND c.undone = 0
       WHERE r.tbl = '${table.name}' AND ((${is(keyColumn)}) OR (${is(oldColumn)}))
         AND r.seq >= (SELECT min(seq) FROM journal_row WHERE command = ?1)
       ORDER BY r.seq`,
    )
    .all(command, ...(key as string[]));
  const now = db
    .prepare<Record<string, unknown>>(
      `SELECT ${list(table.columns, (column) => column)} FROM ${quoted(table.name)}
       WHERE ${table.key.map((column, i) => `${quoted(column)} IS ?${i + 1}`).join(' AND ')}`,
    )
    .get(...(key as string[]));
  /** The columns the change at `i` wrote: those that are not the same before the next change. */
  const written = (i: number): string[] => {
    const next = history[i + 1];
    return table.columns.filter(
      (column) =>
        !bookkeeping.has(column) &&
        !isDeepStrictEqual(
          history[i]?.[oldColumn(column)],
          next === undefined ? now?.[column] : next[oldColumn(column)],
        ),
    );
  };
  const mine = history.findIndex((row) => row.command === command);
  const later = history.findIndex((row) => row.command !== command);
  const row = history[mine];
  const other = history[later];
  if (row === undefined || other === undefined || later < mine) return;
  const refuse = (by: number) => refusal(labelOf(db, command), labelOf(db, by));
  const isPlain = history.every(({ op }) => op === 'update') && later === mine + 1;
  const columns = written(mine);
  if (!isPlain || columns.some((column) => table.key.includes(column))) throw refuse(other.command);
  for (let i = later; i < history.length; i += 1) {
    if (written(i).some((column) => columns.includes(column))) {
      throw refuse(history[i]?.command ?? other.command);
    }
  }
  partial.set(row.seq, columns);
}

/** The statement that puts these columns of one updated row back; `seq` is its only parameter. */
export function partialReversal(table: JournaledTable, columns: readonly string[]): string | null {
  if (columns.length === 0) return null;
  const shadow = shadowOf(table);
  const from = (column: string) => `(SELECT ${quoted(column)} FROM ${shadow} WHERE seq = ?1)`;
  const set = columns.map((column) => `${quoted(column)} = ${from(oldColumn(column))}`);
  const where = table.key.map((column) => `${quoted(column)} = ${from(keyColumn(column))}`);
  return `UPDATE ${quoted(table.name)} SET ${set.join(', ')} WHERE ${where.join(' AND ')}`;
}

/**
 * After `command` was taken back under the number `as`: nothing else may have gone with it, as
 * what was made later and hangs on what it had made. Throws `conflict`; the caller rolls back.
 */
export function checkReversal(
  db: Database,
  tables: readonly JournaledTable[],
  command: number,
  as: number,
): void {
  for (const table of tables) {
    const extra = db
      .prepare<Record<string, unknown>>(
        `SELECT * FROM (${keysOf(table).replaceAll('?1', '?2')}) EXCEPT SELECT * FROM (${keysOf(table)}) LIMIT 1`,
      )
      .get(command, as);
    if (extra === undefined) continue;
    const maker = db
      .prepare<{ command: number }>(
        `SELECT r.command FROM journal_row r JOIN ${shadowOf(table)} j ON j.seq = r.seq
         WHERE r.tbl = '${table.name}' AND r.command <> ?1
           AND ${table.key.map((column, i) => `j.${quoted(keyColumn(column))} IS ?${i + 2}`).join(' AND ')}
         ORDER BY r.seq LIMIT 1`,
      )
      .get(as, ...(Object.values(extra) as string[]));
    throw refusal(labelOf(db, command), maker === undefined ? '…' : labelOf(db, maker.command));
  }
}
