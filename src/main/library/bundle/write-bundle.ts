import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { originalPath } from '../storage/originals/original-name.ts';
import { readOriginal } from '../storage/originals/originals.ts';
import type { LibraryContext } from '../context.ts';
import { schemaVersion } from '../storage/migrations/index.ts';
import {
  bundleVersion,
  databaseEntry,
  manifestEntry,
  originalEntry,
  type Manifest,
} from './manifest.ts';
import { writeSnapshot } from './snapshot.ts';
import { largestZip, mostZipEntries, zipWriter } from './zip-writer.ts';

type Source = Pick<LibraryContext, 'db' | 'dir' | 'now' | 'originalsLog'>;

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function refuseTooLarge(dir: string, database: string, originals: readonly string[]): void {
  const bytes = originals.reduce(
    (sum, hash) => sum + sizeOf(originalPath(dir, hash)),
    sizeOf(database),
  );
  if (bytes <= largestZip && originals.length <= mostZipEntries) return;
  throw new AttacheError(
    'file-too-large',
    `The library has ${originals.length} originals and ${Math.ceil(bytes / 1024 ** 2)} MB, more than a bundle can hold. Close Attache and copy the library folder instead.`,
  );
}

/**
 * Writes the bundle of a library into the folder `work` and answers its path. A bundle is a ZIP
 * with the database as it was when this was called, without its undo history, every original it
 * names, and a manifest. Throws `file-not-found` or `damaged-file` where an original is not what
 * was imported, `file-too-large`, and what the file system throws.
 */
export async function writeBundle(
  { db, dir, now, originalsLog }: Source,
  work: string,
): Promise<string> {
  await originalsLog.settle();
  const database = join(work, databaseEntry);
  const { originals, counts } = writeSnapshot(db, database);
  refuseTooLarge(dir, database, originals);
  const created = now();
  const manifest: Manifest = {
    format: 'attache-bundle',
    version: bundleVersion,
    schemaVersion,
    created: created.toISOString(),
    database: await sha256Of(database),
    counts,
  };
  const path = join(work, 'bundle.attache');
  const zip = zipWriter(path, created);
  try {
    zip.add(manifestEntry, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    await zip.addFile(databaseEntry, database);
    for (const hash of originals) {
      zip.add(originalEntry(hash), await readOriginal(dir, hash, hash));
    }
    zip.end();
  } finally {
    zip.close();
  }
  return path;
}
