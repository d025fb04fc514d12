import type { SQLInputValue } from 'node:sqlite';
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
import { laterOfAnotherText } from './text-and-ranges.ts';

/** A change of one row, as the journal knows it. */
interface Change extends Record<string, unknown> {
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
 * a row it changed, other than in other columns, or what it gave a text to or took a range from.
 * Throws `conflict` naming the one that did.
 */
export function planReversal(
  db: Database,
  tables: readonly JournaledTable[],
  command: number,
): Reversal {
  const parted = laterOfAnotherText(db, tables, command);
  if (parted !== undefined) throw refusal(labelOf(db, command), labelOf(db, parted));
  const partial = new Map<number, readonly string[]>();
  for (const table of tables) {
    const rows = Map.groupBy(changesOfRows(db, table, command), (change) =>
      JSON.stringify(keyOf(table, change)),
    );
    for (const changes of rows.values()) {
      if (changes.some((change) => change.command !== command))
        planRow(db, table, command, changes, partial);
    }
  }
  return { partial };
}

const keyOf = ({ key }: JournaledTable, change: Change | undefined) =>
  key.map((column) => change?.[keyColumn(column)]) as SQLInputValue[];

/**
 * What `command` and those that came after it and are done did to the rows it changed, in order,
 * each with the key of such a row: all in one pass, however many rows there are.
 */
function changesOfRows(db: Database, table: JournaledTable, command: number): Change[] {
  const matching = (of: (column: string) => string) => {
    const named = table.key.map(
      (column) => `mine.${quoted(column)} AS ${quoted(keyColumn(column))}`,
    );
    const same = table.key.map(
      (column) => `mine.${quoted(column)} IS history.${quoted(of(column))}`,
    );
    return `SELECT ${named.join(', ')}, history.seq AS seq, history.command, history.op
      FROM mine JOIN history ON ${same.join(' AND ')}`;
  };
  return db
    .prepare<Change>(
      `WITH mine AS MATERIALIZED (${keysOf(table)}),
         history AS MATERIALIZED (SELECT r.seq, r.command, r.op,
             ${list(table.key, keyColumn, 'j.')}, ${list(table.key, oldColumn, 'j.')}
           FROM journal_row r JOIN ${shadowOf(table)} j ON j.seq = r.seq
           JOIN journal_command c ON c.id = r.command AND c.undone = 0
           WHERE r.tbl = '${table.name}'
             AND r.seq >= (SELECT min(seq) FROM journal_row WHERE command = ?1))
       ${matching(keyColumn)} UNION ${matching(oldColumn)} ORDER BY seq`,
    )
    .all(command);
}

/** A row that was changed by `command` and later: which of its columns can go back. */
function planRow(
  db: Database,
  table: JournaledTable,
  command: number,
  changes: readonly Change[],
  partial: Map<number, readonly string[]>,
): void {
  const before = db.prepare<Record<string, unknown>>(
    `SELECT ${list(table.columns, oldColumn)} FROM ${shadowOf(table)} WHERE seq = ?`,
  );
  const history = changes.map((change): Change => ({ ...change, ...before.get(change.seq) }));
  const now = db
    .prepare<Record<string, unknown>>(
      `SELECT ${list(table.columns, (column) => column)} FROM ${quoted(table.name)}
       WHERE ${table.key.map((column, i) => `${quoted(column)} IS ?${i + 1}`).join(' AND ')}`,
    )
    .get(...keyOf(table, changes[0]));
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
