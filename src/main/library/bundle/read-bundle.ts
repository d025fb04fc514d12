import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { sha256 } from '../storage/originals/original-name.ts';
import {
  bundleVersion,
  databaseEntry,
  manifestEntry,
  manifestSchema,
  type Manifest,
} from './manifest.ts';
import { largestZip } from './zip-writer.ts';

const original = /^originals\/([0-9a-f]{64})$/;

/** A bundle in memory, checked to be what was written. */
export interface Bundle {
  /** The file's name without its ending. */
  readonly name: string;
  readonly manifest: Manifest;
  readonly database: Uint8Array;
  readonly originals: ReadonlyMap<string, Uint8Array>;
}

const damaged = (name: string, what: string, cause?: unknown) =>
  new AttacheError(
    'damaged-file',
    `Nothing was changed: the bundle "${name}" ${what}. Get it again from where it came from.`,
    { field: 'source', cause },
  );

function manifestOf(name: string, bytes: Uint8Array): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw damaged(name, 'has a manifest.json that cannot be read', error);
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw damaged(name, 'has a manifest.json that is not one of a bundle');
  if (manifest.data.version > bundleVersion) {
    throw new AttacheError(
      'library-newer',
      `The bundle "${name}" was written by a newer Attache. Update Attache to open it.`,
      { field: 'source' },
    );
  }
  return manifest.data;
}

function unpack(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const known = (entry: string) =>
    entry === manifestEntry || entry === databaseEntry || original.test(entry);
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (entry) => {
        total += known(entry.name) ? entry.originalSize : 0;
        if (total > largestZip) throw damaged(name, 'holds more than a bundle can');
        return known(entry.name);
      },
    });
  } catch (error) {
    throw error instanceof AttacheError ? error : damaged(name, 'cannot be unpacked', error);
  }
}

/**
 * Reads the parts of a bundle, each of them checked; other entries are passed over. Throws
 * `unsupported-format` for what is no bundle, `damaged-file` for one that is not whole, and
 * `library-newer`.
 */
export function readBundle(file: string, bytes: Uint8Array): Bundle {
  const isZip = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
  const entries = isZip ? unpack(file, bytes) : {};
  const [described, database] = [entries[manifestEntry], entries[databaseEntry]];
  if (described === undefined && database === undefined) {
    throw new AttacheError(
      'unsupported-format',
      `Nothing was changed: "${file}" is not a library bundle of Attache. Choose a file that "Export" wrote as a library bundle (.attache).`,
      { field: 'source' },
    );
  }
  if (described === undefined) throw damaged(file, 'has no manifest.json');
  const manifest = manifestOf(file, described);
  if (database === undefined || sha256(database) !== manifest.database) {
    throw damaged(file, 'does not hold the database it was made with');
  }
  const originals = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(entries)) {
    const hash = original.exec(name)?.[1];
    if (hash === undefined) continue;
    if (sha256(content) !== hash) {
      throw damaged(file, `holds an original that was changed (${hash})`);
    }
    originals.set(hash, content);
  }
  if (originals.size !== manifest.counts.originals) {
    throw damaged(file, `holds ${originals.size} of ${manifest.counts.originals} originals`);
  }
  return { name: file.replace(/\.attache$/iu, ''), manifest, database, originals };
}

/** Reads a bundle from a file. Throws as `readBundle` does, and `not-found`, `file-unreadable`. */
export function readBundleFile(path: string): Bundle {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AttacheError(
      missing ? 'not-found' : 'file-unreadable',
      missing ? `There is no file "${path}".` : `"${path}" could not be read. Choose another file.`,
      { field: 'source', cause },
    );
  }
  return readBundle(basename(path), bytes);
}
