import type {
  MergeChoice,
  MergedKind,
  MergeReport,
} from '../../../../shared/contract/methods/bundle.ts';
import type { Revision } from '../../revisions/version.ts';
import type { Database, Row } from '../../storage/database.ts';
import type { Followed } from './deletions.ts';
import { Differences, type Choices, type Difference } from './differences.ts';
import { Gone } from './gone.ts';
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

/** What a merge is called after, when it happens (ISO 8601), and what was chosen. */
export interface MergeSetting extends Choices {
  readonly name: string;
  readonly at: string;
}

/** Both sides of a merge, and what has been found out so far. Lives inside one transaction. */
export class MergeContext {
  readonly ours: Database;
  readonly theirs: Database;
  readonly added = noCounts();
  readonly completed = noCounts();
  readonly same = noCounts();
  readonly name: string;
  readonly at: string;
  readonly gone: Gone;
  /** Ids of the bundle that mean a thing with another id here. */
  readonly ids = new Map<string, string>();
  /** By the bundle's `seq` of an article: from its text there to the one it has here. */
  readonly texts = new Map<number, Revision>();
  readonly #differences: Differences;
  readonly #places = new Map<string, Places>();
  readonly #shapes = new Map<string, TableShape>();

  constructor(ours: Database, theirs: Database, { name, at, ...choices }: MergeSetting) {
    this.ours = ours;
    this.theirs = theirs;
    this.name = name;
    this.at = at;
    this.gone = new Gone(ours, theirs);
    this.#differences = new Differences(ours, choices, at);
  }

  /** What to do about a difference; null where an earlier merge settled it. Throws `invalid-input`. */
  decide(difference: Difference): MergeChoice | null {
    return this.#differences.decide(difference);
  }

  /**
   * Whether a row of the bundle that does not live here comes in: it does unless it was deleted
   * here. Where it has been changed since, or `news` hangs on it, that is asked.
   */
  comesIn(
    table: Followed,
    { id, kind, title }: { readonly id: string; readonly kind: MergedKind; readonly title: string },
    news?: () => boolean,
  ): boolean {
    const past = this.gone.pastOf(table, id, news);
    if (past === 'new') return true;
    const choice =
      past === 'deleted'
        ? null
        : this.decide({
            kind,
            title,
            what: 'It was deleted here and changed in the bundle',
            cause: 'deleted-here',
            key: [table, id, this.gone.livingThere(table).get(id) ?? ''],
            choices: ['theirs', 'mine'],
          });
    if (choice !== 'theirs') this.same[kind] += 1;
    return choice === 'theirs';
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
    const { added, completed, same } = this;
    return { added, completed, same, conflicts: this.#differences.conflicts };
  }
}
