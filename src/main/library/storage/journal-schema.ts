import type { Database } from './database.ts';

/** Tables whose changes can be undone: all ordinary ones but these. */
const unjournaled = new Set([
  'meta',
  'reading',
  'article_count',
  'mentions',
  'fts_dirty',
  'mention_dirty',
  'name_dirty',
  'search_dirty',
  'search_history',
  'article_fingerprints',
  'fingerprint_dirty',
  'article_lines',
  'import_jobs',
  'import_pending',
  'import_previews',
  'import_preview_sources',
  'proposed_names',
  'proposed_places',
  'proposal_dirty',
  'mention_outdated',
  'deletions',
  'text_dates',
  'text_dates_dirty',
]);

/** Columns that say when a row was written, which every command writes. */
export const bookkeeping: ReadonlySet<string> = new Set(['modified']);

export interface JournaledTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** The column of a shadow table with the value a row had before a change. */
export const oldColumn = (column: string): string => `c_${column}`;
/** The column of a shadow table with what the primary key of the row is since the change. */
export const keyColumn = (column: string): string => `k_${column}`;

/** The tables of the schema that the journal follows, with their columns and primary keys. */
export function journaledTables(db: Database): JournaledTable[] {
  const tables = db
    .prepare<{ name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'journal\\_%' ESCAPE '\\'
       ORDER BY name`,
    )
    .all();
  return tables
    .filter(({ name }) => !unjournaled.has(name))
    .map(({ name }) => {
      const columns = db
        .prepare<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
        .all(name);
      const key = columns
        .filter((column) => column.pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((column) => column.name);
      if (key.length === 0) throw new Error(`Table ${name} has no primary key to undo by.`);
      return { name, columns: columns.map((column) => column.name), key };
    });
}

/**
 * Makes the journal's own tables and widens shadow tables to columns a migration added.
 * A shadow row holds the key a row has now (`k_…`) and the values it had before (`c_…`):
 * typed, because SQL text made with quote() is cut at NUL.
 */
export function ensureJournalTables(db: Database, tables: readonly JournaledTable[]): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS journal_command (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      label TEXT NOT NULL,
      at TEXT NOT NULL,
      topics TEXT NOT NULL,
      coalesce TEXT,
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE IF NOT EXISTS journal_row (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      command INTEGER NOT NULL,
      tbl TEXT NOT NULL,
      op TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS journal_row_command ON journal_row (command, seq);
  `);
  for (const table of tables) {
    const shadow = `journal_${table.name}`;
    const wanted = [...table.key.map(keyColumn), ...table.columns.map(oldColumn)];
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${quoted(shadow)} (seq INTEGER PRIMARY KEY, ${wanted
        .map((column) => `${quoted(column)} ANY`)
        .join(', ')}) STRICT`,
    );
    const present = new Set(
      db
        .prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(shadow)
        .map((column) => column.name),
    );
    for (const column of wanted.filter((column) => !present.has(column))) {
      db.exec(`ALTER TABLE ${quoted(shadow)} ADD COLUMN ${quoted(column)} ANY`);
    }
  }
}

/**
 * Temporary triggers that write every change of a journaled table while
 * `journal_current.command` names one. Temporary, so that they always match this program
 * and never the one that made the file. BEFORE DELETE, because a cascade must still see the row.
 */
export function createTriggers(db: Database, tables: readonly JournaledTable[]): void {
  db.exec(
    'CREATE TEMP TABLE journal_current (command INTEGER); INSERT INTO temp.journal_current VALUES (NULL);',
  );
  for (const table of tables) {
    const shadow = quoted(`journal_${table.name}`);
    const log = (op: string, columns: string[], values: string[]) => `
      WHEN (SELECT command FROM journal_current) IS NOT NULL BEGIN
        INSERT INTO journal_row (command, tbl, op)
          SELECT command, '${table.name}', '${op}' FROM journal_current;
        INSERT INTO ${shadow} (seq, ${columns.map(quoted).join(', ')})
          VALUES (last_insert_rowid(), ${values.join(', ')});
      END`;
    const keys = table.key.map(keyColumn);
    const olds = table.columns.map(oldColumn);
    const keyOf = (row: 'new' | 'old') => table.key.map((column) => `${row}.${quoted(column)}`);
    const rowOf = () => table.columns.map((column) => `old.${quoted(column)}`);
    const on = `ON main.${quoted(table.name)}`;
    db.exec(`
      CREATE TEMP TRIGGER ${quoted(`journal_${table.name}_i`)} AFTER INSERT ${on}
        ${log('insert', keys, keyOf('new'))};
      CREATE TEMP TRIGGER ${quoted(`journal_${table.name}_u`)} AFTER UPDATE ${on}
        ${log('update', [...keys, ...olds], [...keyOf('new'), ...rowOf()])};
      CREATE TEMP TRIGGER ${quoted(`journal_${table.name}_d`)} BEFORE DELETE ${on}
        ${log('delete', [...keys, ...olds], [...keyOf('old'), ...rowOf()])};
    `);
  }
}

/** The statements that take one journaled change of `table` back; `seq` is their only parameter. */
export function reversal(table: JournaledTable): Record<'insert' | 'update' | 'delete', string> {
  const name = quoted(table.name);
  const shadow = quoted(`journal_${table.name}`);
  const matches = table.key
    .map(
      (column) =>
        `${quoted(column)} = (SELECT ${quoted(keyColumn(column))} FROM ${shadow} WHERE seq = ?1)`,
    )
    .join(' AND ');
  const columns = table.columns.map(quoted).join(', ');
  return {
    insert: `DELETE FROM ${name} WHERE ${matches}`,
    update: `UPDATE ${name} SET (${columns}) = (SELECT ${table.columns
      .map((column) => quoted(oldColumn(column)))
      .join(', ')} FROM ${shadow} WHERE seq = ?1) WHERE ${matches}`,
    delete: `INSERT INTO ${name} (${columns}) SELECT ${table.columns
      .map((column) => quoted(oldColumn(column)))
      .join(', ')} FROM ${shadow} WHERE seq = ?1`,
  };
}

/** Drops updates of rows that the same command had inserted or updated before: the first old value is enough. */
export function squash(table: JournaledTable): string {
  const shadow = quoted(`journal_${table.name}`);
  const same = table.key
    .map((column) => `b.${quoted(keyColumn(column))} IS a.${quoted(keyColumn(column))}`)
    .join(' AND ');
  const unmoved = table.key
    .map((column) => `a.${quoted(keyColumn(column))} IS a.${quoted(oldColumn(column))}`)
    .join(' AND ');
  return `SELECT r.seq FROM journal_row AS r JOIN ${shadow} AS a ON a.seq = r.seq
    WHERE r.command = ? AND r.tbl = '${table.name}' AND r.op = 'update' AND ${unmoved}
      AND EXISTS (SELECT 1 FROM journal_row AS e JOIN ${shadow} AS b ON b.seq = e.seq
        WHERE e.command = r.command AND e.seq < r.seq AND e.op IN ('insert', 'update') AND ${same})`;
}
