import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { writeWhole } from '../storage/durable.ts';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Delivered = { path: string } | { name: string; base64: string };

const reasons: Readonly<Record<string, [code: 'disk-full' | 'write-failed', words: string]>> = {
  ENOSPC: ['disk-full', 'the disk is full. Make room on it, or choose another folder'],
  EDQUOT: ['disk-full', 'your share of the disk is used up. Choose another folder'],
  EROFS: ['write-failed', 'the disk is read-only. Choose another folder'],
  EACCES: ['write-failed', 'you may not write there. Choose another folder'],
  EPERM: ['write-failed', 'you may not write there. Choose another folder'],
  ENAMETOOLONG: ['write-failed', 'the name is too long. Choose a shorter one'],
};

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
    if (cause instanceof AttacheError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const [kind, words] = reasons[code] ?? ['write-failed', `the system said ${code}`];
    throw new AttacheError(kind, `${target} was not written: ${words}.`, { field: 'path', cause });
  }
  return { path: target };
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
