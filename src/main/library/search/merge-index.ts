import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';

/** How long no article must have changed before the index is put in order, in ms. */
const rest = 5000;
/**
 * Segments of one size the index collects before FTS5 merges them itself, and before it does so at
 * once: later than by default, so that an import of ten thousand writes most words once. The words
 * of one transaction wait in as many bytes of memory: a batch of an import makes one segment.
 */
const settings = { automerge: 64, crisismerge: 128, hashsize: 4_194_304 };
/** Pages of the index written in one step: some ten milliseconds. */
const pages = 100;

/**
 * Every few transactions add a segment to the index, and each word of a query is looked up in
 * each of them. FTS5 merges them while articles are written, but only as far as it must, so that
 * an import is not held up. This merges more of them when nothing has changed for a while: after
 * the opening, and after each call of the function it answers with.
 */
export function mergeAtRest({ db, commands, background, readOnly }: LibraryContext): () => void {
  if (readOnly) return () => undefined;
  mergeLate(db, commands);
  const step = () => commands.quietly(null, () => mergeSome(db));
  const wait = () => background.afterRest(rest, step);
  wait();
  return wait;
}

/** Writes the settings into the index where it has others. */
function mergeLate(db: Database, commands: LibraryContext['commands']): void {
  const stored = db.prepare<{ v: unknown }>('SELECT v FROM article_fts_config WHERE k = ?');
  for (const [name, value] of Object.entries(settings)) {
    if (stored.get(name)?.v === value) continue;
    commands.quietly(null, () =>
      db
        .prepare('INSERT INTO article_fts (article_fts, rank) VALUES (?, ?)')
        .run(name, BigInt(value)),
    );
  }
}

/** Merges as much as one step may, inside a transaction; `false` where nothing was left to merge. */
export function mergeSome(db: Database): boolean {
  const changes = db.prepare<{ n: number }>('SELECT total_changes() AS n');
  const before = changes.get()?.n ?? 0;
  db.prepare(`INSERT INTO article_fts (article_fts, rank) VALUES ('merge', ?)`).run(pages);
  // The command itself counts as one.
  return (changes.get()?.n ?? 0) - before > 1;
}
