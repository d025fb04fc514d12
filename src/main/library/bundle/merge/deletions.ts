import type { MergedKind } from '../../../../shared/contract/methods/bundle.ts';
import type { Database } from '../../storage/database.ts';

/** Writes a column of a row, wherever the row is read from. */
type Column = (name: string) => string;

/** A table whose deletions a bundle carries. Rows are known by an id that means the same everywhere. */
export interface FollowedTable {
  readonly table: string;
  readonly kind: MergedKind | null;
  /** SQL of the row's id; NULL where what it is a part of is gone. */
  readonly id: (column: Column) => string;
  /** SQL of a text that changes when a person changes the row. */
  readonly state: (column: Column) => string;
  /** Rows in the trash count as deleted. */
  readonly trash: boolean;
  /** The row this one is a part of, by its key here. */
  readonly partOf?: { readonly table: 'annotations' | 'actors'; readonly column: string };
}

const idOf = (table: string, seq: string) => `(SELECT id FROM "${table}" WHERE seq = ${seq})`;
const known = (sql: string) => `coalesce(${sql}, '')`;

const whole = (
  table: string,
  kind: MergedKind | null,
  state: FollowedTable['state'] = (column) => column('modified'),
  trash = false,
): FollowedTable => ({ table, kind, id: (column) => column('id'), state, trash });

const roles = ['speaker', 'addressee', 'subject'];

/** Ids of parts are JSON, so that no name can look like another part's. */
export const partId = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);

export const followedTables = {
  articles: whole('articles', 'article', undefined, true),
  annotations: whole('annotations', 'annotation'),
  actors: whole('actors', 'actor'),
  statements: whole(
    'statements',
    'statement',
    (column) =>
      `json_array(${column('start')}, ${column('end')}, ${column('kind')}, ${roles
        .map((role) => known(idOf('actors', column(role))))
        .join(', ')})`,
  ),
  documents: whole('documents', null, undefined, true),
  actor_relations: whole('actor_relations', 'actor'),
  document_templates: whole('document_templates', 'setting'),
  saved_searches: whole('saved_searches', 'setting'),
  cleaning_rules: whole('cleaning_rules', 'setting', (column) => column('created')),
  annotation_tags: {
    table: 'annotation_tags',
    kind: 'annotation',
    id: (column) => `json_array(${idOf('annotations', column('annotation'))}, ${column('tag')})`,
    state: () => `''`,
    trash: false,
    partOf: { table: 'annotations', column: 'annotation' },
  },
  actor_names: {
    table: 'actor_names',
    kind: 'actor',
    id: (column) =>
      `json_array(${idOf('actors', column('actor'))}, ${column('name')}, ${column('scope')}, ${idOf('articles', column('article'))})`,
    state: () => `''`,
    trash: false,
    partOf: { table: 'actors', column: 'actor' },
  },
} as const satisfies Readonly<Record<string, FollowedTable>>;
export type Followed = keyof typeof followedTables;

/** Ids with the state of their rows. */
export type States = ReadonlyMap<string, string>;

interface Row {
  readonly id: string;
  readonly state: string;
}

const toStates = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.map(({ id, state }) => [id, state]));

/** The rows of a table that are there and not in the trash. */
export function livingOf(db: Database, name: Followed): States {
  const { table, id, state, trash }: FollowedTable = followedTables[name];
  const column: Column = (each) => `r."${each}"`;
  return toStates(
    db
      .prepare<Row>(
        `SELECT ${id(column)} AS id, ${state(column)} AS state FROM "${table}" AS r${trash ? ' WHERE r.trashed IS NULL' : ''}`,
      )
      .all(),
  );
}

/** The newest command that inserted each row of a table: keys of deleted rows are given again. */
function insertedBy(db: Database, table: string): Map<number, number> {
  const rows = db
    .prepare<{ seq: number; command: number }>(
      `SELECT j.k_seq AS seq, max(r.command) AS command FROM "journal_${table}" AS j
       JOIN journal_row AS r ON r.seq = j.seq WHERE r.op = 'insert' GROUP BY j.k_seq`,
    )
    .all();
  return new Map(rows.map(({ seq, command }) => [seq, command]));
}

/** What the undo history says was deleted and not brought back by an undo. */
function deletedByHistory(db: Database, name: Followed): Row[] {
  const { table, id, state, partOf }: FollowedTable = followedTables[name];
  const isJournaled = db
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .get(`journal_${table}`);
  if (isJournaled === undefined) return [];
  const column: Column = (each) => `j."c_${each}"`;
  const rows = db
    .prepare<Row & { command: number; whole: number | null }>(
      `SELECT ${id(column)} AS id, ${state(column)} AS state, r.command,
         ${partOf === undefined ? 'NULL' : column(partOf.column)} AS whole
       FROM "journal_${table}" AS j
       JOIN journal_row AS r ON r.seq = j.seq AND r.op = 'delete'
       JOIN journal_command AS k ON k.id = r.command AND k.undone = 0 ORDER BY j.seq`,
    )
    .all();
  if (partOf === undefined) return rows;
  const inserted = insertedBy(db, partOf.table);
  return rows.filter(
    ({ id: known, whole: seq, command }) =>
      !known.startsWith('[null') && (inserted.get(seq ?? 0) ?? 0) <= command,
  );
}

/**
 * What was deleted in this library, or in one it was made from, and is not there: ids with the
 * state they had when they went. Reads the undo history, which keeps a year.
 */
export function deletionsOf(db: Database, name: Followed): States {
  const { table, trash }: FollowedTable = followedTables[name];
  const carried = db.prepare<Row>('SELECT id, state FROM deletions WHERE tbl = ?').all(table);
  const trashed = trash
    ? db
        .prepare<Row>(`SELECT id, modified AS state FROM "${table}" WHERE trashed IS NOT NULL`)
        .all()
    : [];
  const gone = toStates([...carried, ...deletedByHistory(db, name), ...trashed]);
  for (const id of livingOf(db, name).keys()) gone.delete(id);
  return gone;
}

/** Writes what was deleted into `copy`, a copy of the database that is about to lose its history. */
export function carryDeletions(copy: Database): void {
  const insert = copy.prepare('INSERT OR REPLACE INTO deletions (tbl, id, state) VALUES (?, ?, ?)');
  for (const name of Object.keys(followedTables) as Followed[]) {
    for (const [id, state] of deletionsOf(copy, name)) insert.run(name, id, state);
  }
}
