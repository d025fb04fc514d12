import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';

/** So many dates are read at a time. */
const step = 200;
const msADay = 86_400_000;
/** Where no day is known: far enough from all others to make no difference. */
const unknown = -(2 ** 31);

/** An issue date as a day; in a year without a month its middle stands for it, as in `scoreBy`. */
const dayOf = (issued: string): number => Date.parse(`${issued}-07-01`.slice(0, 10)) / msADay;

/** When each article came out, by its `seq`, in memory: four bytes an article. */
export class IssueDays {
  readonly #db: Database;
  /** Null where they have not been read, or something has changed since. */
  #days: Int32Array | null = null;
  #newest = unknown;
  /** Counts the times they were forgotten. */
  #forgotten = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads all again when next asked. */
  forget(): void {
    this.#days = null;
    this.#forgotten++;
  }

  /** How many days before the newest article each came out; infinite where that is not known. */
  async ages(pause: Pause): Promise<(article: number) => number> {
    const days = this.#days ?? (await this.#read(pause));
    const newest = this.#newest;
    return (article) => {
      const day = days[article] ?? unknown;
      return day === unknown ? Infinity : Math.abs(newest - day);
    };
  }

  async #read(pause: Pause): Promise<Int32Array> {
    const before = this.#forgotten;
    const { last } = this.#db
      .prepare<{ last: number }>('SELECT coalesce(max(seq), 0) AS last FROM articles')
      .get() ?? { last: 0 };
    const days = new Int32Array(last + 1).fill(unknown);
    const read = this.#db.prepare<{ issued: string; seqs: string }>(
      `SELECT issued, group_concat(seq) AS seqs FROM articles
       WHERE trashed IS NULL AND issued > ? AND issued < 'X'
       GROUP BY issued ORDER BY issued LIMIT ${step}`,
    );
    let newest = unknown;
    for (let reached: string | null = ''; reached !== null;) {
      const rows = read.all(reached);
      for (const { issued, seqs } of rows) {
        const day = dayOf(issued);
        if (Number.isNaN(day)) continue;
        newest = day;
        for (const seq of seqs.split(',')) days[Number(seq)] = day;
      }
      reached = rows.length < step ? null : (rows.at(-1)?.issued ?? null);
      await pause();
    }
    this.#newest = newest;
    if (before === this.#forgotten) this.#days = days;
    return days;
  }
}
