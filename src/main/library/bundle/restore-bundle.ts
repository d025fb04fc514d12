import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { keepOriginals, sha256 } from '../articles/originals.ts';
import { restoreBackup } from '../storage/backup.ts';
import { writeWhole } from '../storage/durable.ts';
import {
  bundleVersion,
  databaseEntry,
  manifestEntry,
  manifestSchema,
  type Manifest,
} from './manifest.ts';

const original = /^originals\/([0-9a-f]{64})$/;

interface Bundle {
  readonly database: Uint8Array;
  readonly originals: ReadonlyMap<string, Uint8Array>;
}

const damaged = (path: string, what: string, cause?: unknown) =>
  new AttacheError(
    'damaged-file',
    `Nothing was restored: the bundle "${basename(path)}" ${what}. Get it again from where it came from.`,
    { cause },
  );

function manifestOf(path: string, bytes: Uint8Array | undefined): Manifest {
  if (bytes === undefined) throw damaged(path, 'has no manifest.json');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw damaged(path, 'has a manifest.json that cannot be read', error);
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw damaged(path, 'has a manifest.json that is not one of a bundle');
  if (manifest.data.version > bundleVersion) {
    throw new AttacheError(
      'library-newer',
      `The bundle "${basename(path)}" was written by a newer Attache. Update Attache to open it.`,
    );
  }
  return manifest.data;
}

/** The parts of a bundle, each the one that was written. Other entries are passed over. */
function readBundle(path: string): Bundle {
  const known = (name: string) =>
    name === manifestEntry || name === databaseEntry || original.test(name);
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(readFileSync(path), { filter: ({ name }) => known(name) });
  } catch (error) {
    throw damaged(path, 'cannot be unpacked', error);
  }
  const manifest = manifestOf(path, entries[manifestEntry]);
  const database = entries[databaseEntry];
  if (database === undefined || sha256(database) !== manifest.database) {
    throw damaged(path, 'does not hold the database it was made with');
  }
  const originals = new Map<string, Uint8Array>();
  for (const [name, bytes] of Object.entries(entries)) {
    const hash = original.exec(name)?.[1];
    if (hash === undefined) continue;
    if (sha256(bytes) !== hash) throw damaged(path, `holds an original that was changed (${hash})`);
    originals.set(hash, bytes);
  }
  if (originals.size !== manifest.counts.originals) {
    throw damaged(path, `holds ${originals.size} of ${manifest.counts.originals} originals`);
  }
  return { database, originals };
}

/** True for a file that begins as a ZIP does; a backup begins as a SQLite file. */
export function isBundle(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const head = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === 'PK\u0003\u0004';
}

/**
 * Makes a library in `dir` from a bundle. Throws `target-exists` where there is one already,
 * `damaged-file` where the bundle is not whole, `library-newer`, `library-locked`, `disk-full`.
 */
export async function restoreBundle(
  dir: string,
  path: string,
  now: Date,
): Promise<{ path: string; kept: null }> {
  if (existsSync(join(dir, 'library.sqlite'))) {
    throw new AttacheError(
      'target-exists',
      `There is a library in ${dir} already. Choose an empty folder with --library for the bundle.`,
    );
  }
  const { database, originals } = readBundle(path);
  mkdirSync(join(dir, 'originals'), { recursive: true });
  await keepOriginals(dir, originals, () => false);
  const unpacked = join(dir, '.bundle.sqlite');
  try {
    writeWhole(unpacked, database);
    return { path: restoreBackup(dir, unpacked, now).path, kept: null };
  } finally {
    rmSync(unpacked, { force: true });
  }
}
