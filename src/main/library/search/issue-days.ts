import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';

/** So many dates are read at a time. */
const step = 200;
const msADay = 86_400_000;
/** Where no day is known: far enough from all others to make no difference. */
const unknown = -(2 ** 31);

/** An issue date as a day; in a year without a month its middle stands for it, as in `scoreBy`. */
const dayOf = (issued: string): number => Date.parse(`${issued}-07-01`.slice(0, 10)) / msADay;

/** Comes before all issue dates, one without its year (`XXXX-11-04`) among them. */
const undated = -(2 ** 31);
const withoutYear = -(2 ** 30);

interface Dates {
  readonly days: Int32Array;
  readonly places: Int32Array;
  readonly newest: number;
}

/** When each article came out, by its `seq`, in memory: eight bytes an article. */
export class IssueDays {
  readonly #db: Database;
  /** Null where they have not been read, or something has changed since. */
  #dates: Dates | null = null;
  /** Counts the times they were forgotten. */
  #forgotten = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads all again when next asked. */
  forget(): void {
    this.#dates = null;
    this.#forgotten++;
  }

  /** How many days before the newest article each came out; infinite where that is not known. */
  async ages(pause: Pause): Promise<(article: number) => number> {
    const { days, newest } = this.#dates ?? (await this.#read(pause));
    return (article) => {
      const day = days[article] ?? unknown;
      return day === unknown ? Infinity : Math.abs(newest - day);
    };
  }

  /** The place of each article in the order of issue dates, the newest last, the same for one date. */
  async places(pause: Pause): Promise<(article: number) => number> {
    const { places } = this.#dates ?? (await this.#read(pause));
    return (article) => places[article] ?? undated;
  }

  async #read(pause: Pause): Promise<Dates> {
    const before = this.#forgotten;
    const { last } = this.#db
      .prepare<{ last: number }>('SELECT coalesce(max(seq), 0) AS last FROM articles')
      .get() ?? { last: 0 };
    const days = new Int32Array(last + 1).fill(unknown);
    const places = new Int32Array(last + 1).fill(undated);
    const read = this.#db.prepare<{ issued: string; seqs: string }>(
      `SELECT issued, group_concat(seq) AS seqs FROM articles
       WHERE trashed IS NULL AND issued > ? GROUP BY issued ORDER BY issued LIMIT ${step}`,
    );
    let newest = unknown;
    let passed = 0;
    for (let reached: string | null = ''; reached !== null;) {
      const rows = read.all(reached);
      for (const { issued, seqs } of rows) {
        const hasYear = issued < 'X';
        const day = hasYear ? dayOf(issued) : Number.NaN;
        const isDay = !Number.isNaN(day);
        if (isDay) newest = day;
        const place = passed++ + (hasYear ? 0 : withoutYear);
        for (const seq of seqs.split(',')) {
          if (isDay) days[Number(seq)] = day;
          places[Number(seq)] = place;
        }
      }
      reached = rows.length < step ? null : (rows.at(-1)?.issued ?? null);
      await pause();
    }
    const dates = { days, places, newest };
    if (before === this.#forgotten) this.#dates = dates;
    return dates;
  }
}
