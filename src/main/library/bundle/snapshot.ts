import { openDatabase, type Database } from '../storage/database.ts';
import { checkIdentity } from '../storage/identity.ts';
import { carryDeletions } from './merge/deletions.ts';
import type { Manifest } from './manifest.ts';

const counts = `SELECT
  (SELECT count(*) FROM articles) AS articles,
  (SELECT count(*) FROM annotations) AS annotations,
  (SELECT count(*) FROM actors) AS actors,
  (SELECT count(*) FROM statements) AS statements,
  (SELECT count(*) FROM documents) AS documents,
  (SELECT count(*) FROM originals) AS originals`;

export interface Snapshot {
  /** SHA-256 of every original the database names. */
  readonly originals: readonly string[];
  readonly counts: Manifest['counts'];
}

/** Whoever gets the copy gets the notebook as it is, not how it came to be or what is still to come. */
function forgetHistory(db: Database): void {
  const tables = db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'journal\\_%' ESCAPE '\\'`,
    )
    .all();
  for (const { name } of tables) db.exec(`DELETE FROM "${name}"`);
  db.exec(
    'DELETE FROM import_pending; DELETE FROM import_jobs; DELETE FROM import_preview_sources; DELETE FROM import_previews; DELETE FROM search_history; DELETE FROM merge_choices; VACUUM',
  );
}

/** Writes a checked copy of the whole database without its undo and search history, but with what was deleted, to `path`. */
export function writeSnapshot(db: Database, path: string): Snapshot {
  db.prepare('VACUUM INTO ?').run(path);
  const copy = openDatabase(path);
  try {
    carryDeletions(copy);
    forgetHistory(copy);
    return {
      originals: copy
        .prepare<{ sha256: string }>('SELECT sha256 FROM originals ORDER BY sha256')
        .all()
        .map(({ sha256 }) => sha256),
      counts: copy.prepare<Manifest['counts']>(counts).get() as Manifest['counts'],
    };
  } finally {
    copy.close();
    checkIdentity(path, { thorough: true });
  }
}
