import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { replaceFile, writeWhole } from '../storage/durable.ts';
import { asAttacheError } from '../storage/failure.ts';

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
  ERR_INVALID_ARG_VALUE: ['write-failed', 'the name holds a character it cannot. Choose another'],
  ENAMETOOLONG: ['write-failed', 'the name is too long. Choose a shorter one'],
};

/** What the file system said, in words, where it was not said in ours already. */
function notWritten(target: string, cause: unknown): AttacheError {
  if (cause instanceof AttacheError) return cause;
  const said = asAttacheError(cause);
  const isFull = said instanceof AttacheError && said.code === 'disk-full';
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [kind, words] = reasons[isFull ? 'ENOSPC' : code] ?? [
    'write-failed',
    `the system said ${code}`,
  ];
  return new AttacheError(kind, `${target} was not written: ${words}.`, { field: 'path', cause });
}

/**
 * Hands an exported file over: as bytes, or written to `path` whole or not at all. Throws
 * `target-exists` where something stands there that is not a file, `not-found` where the
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

/** Runs `write` with a new folder inside `folder`, which is removed afterwards. */
async function inWorkFolder<T>(folder: string, write: (work: string) => Promise<T>): Promise<T> {
  const work = mkdtempSync(join(folder, '.attache-'));
  try {
    return await write(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function inMemory(name: string, made: string): Delivered {
  if (statSync(made).size > largestInMemory) {
    throw new AttacheError(
      'file-too-large',
      `${name} is too large to be handed over at once. Export it to a file by its path.`,
      { field: 'path' },
    );
  }
  return { name, base64: readFileSync(made).toString('base64') };
}

/**
 * Hands over a file that is not held in memory: `write` makes it in a folder it is given, beside
 * the target where there is one, and answers its path. Throws as `deliver` does, what `write`
 * throws, and `file-too-large` for bytes beyond what an answer can hold.
 */
export async function deliverMade(
  name: string,
  path: string | undefined,
  write: (work: string) => Promise<string>,
): Promise<Delivered> {
  if (path === undefined) {
    return inWorkFolder(tmpdir(), async (work) => inMemory(name, await write(work)));
  }
  const target = resolve(path);
  try {
    refuseUnusable(target);
    await inWorkFolder(dirname(target), async (work) => {
      const made = await write(work);
      replaceFile(target, (temporary) => renameSync(made, temporary));
    });
  } catch (cause) {
    throw notWritten(target, cause);
  }
  return { path: target };
}

function refuseUnusable(target: string): void {
  if (statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new AttacheError(
      'not-found',
      `Nothing was exported: there is no folder ${dirname(target)}. Make it, or choose another.`,
      { field: 'path' },
    );
  }
  if (statSync(target, { throwIfNoEntry: false })?.isFile() === false) {
    throw new AttacheError(
      'target-exists',
      `Nothing was exported: ${target} is there already and is not a file. Choose another name.`,
      { field: 'path' },
    );
  }
}
