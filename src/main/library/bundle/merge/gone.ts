import type { Database } from '../../storage/database.ts';
import { deletionsOf, livingOf, type Followed, type States } from './deletions.ts';

/** What a row of the bundle that is not here was to the library. */
export type Past = 'new' | 'deleted' | 'deleted-and-changed';

/** What both sides have deleted, read once a table. */
export class Gone {
  readonly #ours: Database;
  readonly #theirs: Database;
  readonly #read = new Map<string, States>();

  constructor(ours: Database, theirs: Database) {
    this.#ours = ours;
    this.#theirs = theirs;
  }

  deletedHere(table: Followed): States {
    return this.#once(`deleted here ${table}`, () => deletionsOf(this.#ours, table));
  }

  deletedThere(table: Followed): States {
    return this.#once(`deleted there ${table}`, () => deletionsOf(this.#theirs, table));
  }

  livingHere(table: Followed): States {
    return this.#once(`living here ${table}`, () => livingOf(this.#ours, table));
  }

  livingThere(table: Followed): States {
    return this.#once(`living there ${table}`, () => livingOf(this.#theirs, table));
  }

  /** Whether the bundle has a row of `table` in a state that this library never had, or had last. */
  isNews(table: Followed, id: string): boolean {
    const state = this.livingThere(table).get(id);
    const known = this.livingHere(table).get(id) ?? this.deletedHere(table).get(id);
    return state !== known;
  }

  /** What a row of the bundle that does not live here was; `news` says what hangs on it that is new. */
  pastOf(table: Followed, id: string, news: () => boolean = () => false): Past {
    if (!this.deletedHere(table).has(id)) return 'new';
    return this.isNews(table, id) || news() ? 'deleted-and-changed' : 'deleted';
  }

  #once(key: string, read: () => States): States {
    const known = this.#read.get(key) ?? read();
    this.#read.set(key, known);
    return known;
  }
}
