import { statSync } from 'node:fs';
import type { LibraryContext } from './context.ts';
import { longLog } from './storage/database.ts';

/** How long nothing must have been committed, in ms. */
const rest = 1000;

/**
 * Folds a write-ahead log that has grown long into the database when nothing has been committed for
 * a while. SQLite itself does it in a commit, which somebody waits for: it is left to that only where
 * there is no rest.
 */
export function foldLogAtRest({ db, commands, background, readOnly }: LibraryContext): void {
  if (readOnly) return;
  const fold = () => {
    if (statSync(`${db.path}-wal`).size > longLog) db.prepare('PRAGMA wal_checkpoint').get();
    return false;
  };
  commands.beforeCommit(() => background.afterRest(rest, fold));
}
