import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { keptFiles } from './backup.ts';
import { openDatabase } from './database.ts';

type KeptBackup = Output<'library.backups'>['items'][number];

/** The moment in the name of a backup, in ISO 8601. */
const momentOf = (name: string): string =>
  name.replace(
    /^.*(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)(?:-(\d{3}))?Z.*$/u,
    (_, day: string, h: string, m: string, s: string, ms = '000') => `${day}T${h}:${m}:${s}.${ms}Z`,
  );

/** What a backup holds; null where that cannot be read. */
function countsOf(path: string): KeptBackup['counts'] {
  try {
    const db = openDatabase(path, { readOnly: true, immutable: true });
    try {
      return (
        db
          .prepare<NonNullable<KeptBackup['counts']>>(
            `SELECT (SELECT count(*) FROM articles WHERE trashed IS NULL) AS articles,
               (SELECT count(*) FROM annotations) AS annotations,
               (SELECT count(*) FROM documents WHERE kind = 'briefing' AND trashed IS NULL) AS briefings`,
          )
          .get() ?? null
      );
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Copies of the library in its `backups/`, the newest first. */
export function keptBackups(dir: string): KeptBackup[] {
  return keptFiles(dir)
    .map((name) => {
      const path = join(dir, 'backups', name);
      return {
        name,
        at: momentOf(name),
        bytes: statSync(path).size,
        setAside: name.startsWith('before-restore-'),
        counts: countsOf(path),
      };
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The path of a copy in `backups/`. Throws `not-found` for any other name. */
export function keptBackup(dir: string, name: string): string {
  if (!keptFiles(dir).includes(name)) {
    throw new AttacheError(
      'not-found',
      `There is no backup ${name} in the library. Choose one of those that are listed.`,
      { field: 'name' },
    );
  }
  return join(dir, 'backups', name);
}
