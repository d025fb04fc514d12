import type { Database } from '../../storage/database.ts';

/** What a merge must know of a table. */
export interface TableShape {
  readonly columns: readonly { readonly name: string; readonly required: boolean }[];
  /** Columns that name a row of another table by its `seq`. */
  readonly references: ReadonlyMap<string, string>;
  /** The integer key that SQLite gives and that means nothing outside one file, if there is one. */
  readonly counter: string | null;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/** Reads a table's shape from the schema, so that columns of later migrations come along. */
export function tableShape(db: Database, table: string): TableShape {
  const columns = db
    .prepare<Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
    .all(table);
  const references = new Map(
    db
      .prepare<{ from: string; table: string; to: string | null }>(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
      )
      .all(table)
      .filter(({ to }) => to === 'seq')
      .map(({ from, table: target }) => [from, target]),
  );
  const keys = columns.filter(({ pk }) => pk > 0);
  const [only] = keys;
  const counts =
    keys.length === 1 && only?.type.toUpperCase() === 'INTEGER' && !references.has(only.name);
  return {
    columns: columns.map(({ name, notnull, pk }) => ({ name, required: notnull === 1 || pk > 0 })),
    references,
    counter: counts ? (only?.name ?? null) : null,
  };
}
