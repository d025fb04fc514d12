import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { replaceFile, writeWhole } from '../storage/durable.ts';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Delivered = { path: string } | { name: string; base64: string };

/** A string of base64 holds at most this many bytes, with room to spare. */
const largestInMemory = 300 * 1024 ** 2;

const reasons: Readonly<Record<string, [code: 'disk-full' | 'write-failed', words: string]>> = {
  ENOSPC: ['disk-full', 'the disk is full. Make room on it, or choose another folder'],
  EDQUOT: ['disk-full', 'your share of the disk is used up. Choose another folder'],
  EROFS: ['write-failed', 'the disk is read-only. Choose another folder'],
  EACCES: ['write-failed', 'you may not write there. Choose another folder'],
  EPERM: ['write-failed', 'you may not write there. Choose another folder'],
  ENAMETOOLONG: ['write-failed', 'the name is too long. Choose a shorter one'],
};

/** What the file system said, in words, where it was not said in ours already. */
function notWritten(target: string, cause: unknown): AttacheError {
  if (cause instanceof AttacheError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [kind, words] = reasons[code] ?? ['write-failed', `the system said ${code}`];
  return new AttacheError(kind, `${target} was not written: ${words}.`, { field: 'path', cause });
}

/**
 * Hands an exported file over: as bytes, or written to `path` whole or not at all. Throws
 * `target-exists` where something stands there that is not a file, `file-not-found` where the
 * folder is missing, `disk-full` or `write-failed`.
 */
export function deliver(file: ExportedFile, path: string | undefined): Delivered {
  if (path === undefined) {
    return { name: file.name, base64: Buffer.from(file.bytes).toString('base64') };
  }
  const target = resolve(path);
  try {
    refuseUnusable(target);
    writeWhole(target, file.bytes);
  } catch (cause) {
    throw notWritten(target, cause);
  }
  return { path: target };
}

/**
 * Hands over a file too large for memory: `make` builds it in a folder it is given and calls
 * `take` with its path. With `path` that folder is the target's own, so that taking is a rename.
 * Throws as `deliver` does, and what `make` throws.
 */
export async function deliverMade(
  name: string,
  path: string | undefined,
  make: (folder: string, take: (made: string) => Delivered) => Promise<Delivered>,
): Promise<Delivered> {
  if (path === undefined) {
    return make(tmpdir(), (made) => {
      if (statSync(made).size > largestInMemory) {
        throw new AttacheError(
          'file-too-large',
          `${name} is too large to be handed over at once. Export it to a file by its path.`,
          { field: 'path' },
        );
      }
      return { name, base64: readFileSync(made).toString('base64') };
    });
  }
  const target = resolve(path);
  try {
    refuseUnusable(target);
    return await make(dirname(target), (made) => {
      replaceFile(target, (temporary) => renameSync(made, temporary));
      return { path: target };
    });
  } catch (cause) {
    throw notWritten(target, cause);
  }
}

function refuseUnusable(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isFile() === false) {
    throw new AttacheError(
      'target-exists',
      `Nothing was exported: ${target} is there already and is not a file. Choose another name.`,
      { field: 'path' },
    );
  }
  if (!existsSync(dirname(target))) {
    throw new AttacheError(
      'file-not-found',
      `Nothing was exported: there is no folder ${dirname(target)}. Make it, or choose another.`,
      { field: 'path' },
    );
  }
}
