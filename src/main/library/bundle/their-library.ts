import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../storage/database.ts';
import { writeWhole } from '../storage/durable.ts';
import { cleanLines } from './clean-lines.ts';
import { checkIdentity } from '../storage/identity.ts';
import { migrations } from '../storage/migrations/index.ts';
import { migrate } from '../storage/open.ts';

/**
 * Runs `work` on a bundle's database, unpacked to a folder that is removed afterwards and brought
 * up to this Attache's schema, its titles and names on one harmless line each. Throws `library-newer`, `library-damaged`, `not-a-library`.
 */
export function withTheirLibrary<T>(database: Uint8Array, work: (theirs: Database) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'attache-merge-'));
  const path = join(dir, 'library.sqlite');
  try {
    writeWhole(path, database);
    checkIdentity(path, { thorough: true });
    const theirs = openDatabase(path);
    try {
      migrate(theirs, migrations);
      cleanLines(theirs);
      return work(theirs);
    } finally {
      theirs.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
