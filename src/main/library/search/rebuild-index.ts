import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { tokenizerVersion } from './columns.ts';

const versionKey = 'search.tokenizer';
/** Articles indexed again in one step of the background. */
const stepSize = 40;
/** So few are indexed while the library opens: nobody waits long, and a command sees them all. */
const few = 200;

/** The version that made the index, or where its making again has come to: `<version> after <seq>`. */
function stored(db: Database): string | null {
  const row = db
    .prepare<{ value: unknown }>('SELECT value FROM meta WHERE key = ?')
    .get(versionKey);
  return row === undefined ? null : String(row.value);
}

const store = (db: Database, value: number | string): void =>
  void db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(versionKey, value);

/** The last article that this version has indexed again; 0 where it has not begun. */
function placeIn(value: string): number {
  const [, version, seq] = /^(\d+) after (\d+)$/.exec(value) ?? [];
  return Number(version) === tokenizerVersion ? Number(seq) : 0;
}

/** The last article (`seq`) that the index has as this version makes it; null where it has all. */
export function indexedUntil(db: Database): number | null {
  const value = stored(db);
  if (value === String(tokenizerVersion)) return null;
  return value === null ? 0 : placeIn(value);
}

/**
 * Makes an index that another tokenizer made, or a migration laid out anew, again: a small one at
 * once, a large one in the background; interrupted, it goes on from where it was at the next opening. Answers with a
 * function that tells how many articles are left.
 */
export function rebuildIfOutdated(context: LibraryContext): () => number {
  const { db, commands, background, readOnly } = context;
  const reachedBefore = indexedUntil(db);
  if (reachedBefore === null) return () => 0;
  let place = reachedBefore;
  const { count, last } = db
    .prepare<{ count: number; last: number | null }>(
      'SELECT count(*) AS count, max(seq) AS last FROM articles WHERE seq > ?',
    )
    .get(place) ?? { count: 0, last: null };
  let left = count;
  if (readOnly) return () => left;
  if (left === 0) {
    commands.quietly(null, () => store(db, tokenizerVersion));
    return () => 0;
  }
  const step = () => {
    const next = db
      .prepare<{ seq: number }>(
        'SELECT seq FROM articles WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
      )
      .all(place, last, stepSize);
    const ends = next.length < stepSize;
    const reached = next.at(-1)?.seq ?? place;
    commands.quietly(null, () => {
      const mark = db.prepare('INSERT OR IGNORE INTO fts_dirty VALUES (?)');
      for (const { seq } of next) mark.run(seq);
      store(db, ends ? tokenizerVersion : `${tokenizerVersion} after ${reached}`);
    });
    place = reached;
    left = ends ? 0 : Math.max(1, left - next.length);
  };
  const remaining = () => left;
  if (left > few) {
    background.start({ work: 'search', topics: ['articles'], left: remaining, step });
  } else {
    while (remaining() > 0) step();
  }
  return remaining;
}
