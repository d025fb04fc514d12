import type { MergedKind, MergeReport } from '../../../../shared/contract/methods/bundle.ts';
import type { Database, Row } from '../../storage/database.ts';
import { tableShape, type TableShape } from './table-shape.ts';

type Counts = Record<MergedKind, number>;

const noCounts = (): Counts => ({
  article: 0,
  annotation: 0,
  actor: 0,
  statement: 0,
  note: 0,
  briefing: 0,
  mention: 0,
  setting: 0,
});

/** Rows of the bundle whose place in the library is known: their `seq` there to `seq` here. */
type Places = Map<number, number>;

/** Both sides of a merge, and what has been found out so far. Lives inside one transaction. */
export class MergeContext {
  readonly ours: Database;
  readonly theirs: Database;
  readonly added = noCounts();
  readonly completed = noCounts();
  readonly same = noCounts();
  readonly conflicts: MergeReport['conflicts'] = [];
  /** Ids of the bundle that mean a thing with another id here. */
  readonly ids = new Map<string, string>();
  readonly #places = new Map<string, Places>();
  readonly #shapes = new Map<string, TableShape>();

  constructor(ours: Database, theirs: Database) {
    this.ours = ours;
    this.theirs = theirs;
  }

  shape(table: string): TableShape {
    const known = this.#shapes.get(table) ?? tableShape(this.ours, table);
    this.#shapes.set(table, known);
    return known;
  }

  place(table: string, theirSeq: number, ourSeq: number): void {
    const places = this.#places.get(table) ?? new Map<number, number>();
    places.set(theirSeq, ourSeq);
    this.#places.set(table, places);
  }

  placeOf(table: string, theirSeq: number): number | undefined {
    return this.#places.get(table)?.get(theirSeq);
  }

  /**
   * A row of the bundle as a row of this library: references lead to the rows here, the key that
   * counts rows is left to SQLite. Null where it needs a row that did not come along.
   */
  translate(table: string, row: Row): Row | null {
    const { columns, references, counter } = this.shape(table);
    const translated: Row = {};
    for (const { name, required } of columns) {
      if (name === counter) continue;
      const value = row[name] ?? null;
      const target = references.get(name);
      if (target === undefined || value === null) {
        translated[name] = value;
        continue;
      }
      const place = this.placeOf(target, Number(value));
      if (place === undefined && required) return null;
      translated[name] = place ?? null;
    }
    return translated;
  }

  /** Inserts a translated row and answers its rowid. */
  insert(table: string, row: Row): number {
    const names = Object.keys(row);
    return this.ours
      .prepare(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
         VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(row)).lastInsertRowid;
  }

  /** The ids of the bundle in `words` that mean something else here, replaced. */
  rewrite(words: string): string {
    return words.replaceAll(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu,
      (id) => this.ids.get(id) ?? id,
    );
  }

  report(): Omit<MergeReport, 'name' | 'created'> {
    const { added, completed, same, conflicts } = this;
    return { added, completed, same, conflicts };
  }
}
