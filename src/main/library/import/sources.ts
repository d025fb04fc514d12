import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AttacheError, toErrorData } from '../../../shared/contract/errors.ts';
import { encodingNamed } from './encoding/decode.ts';
import { isCompanion } from './formats/saved-page.ts';
import { isArticleFile } from './formats/zip.ts';
import { largestFile, loadPath, sizeOf, tooLarge, unreadable } from './load-path.ts';
import { revealedLine } from '../../../shared/model/plain-line.ts';
import type { ImportFailure, ImportSource } from '../../../shared/model/import.ts';
import { asAttacheError } from '../storage/failure.ts';

/** One file to read; `name` is what results and failures call it. */
export interface SourceFile {
  readonly name: string;
  /** The encoding's label, where it is known already. */
  readonly encoding?: string;
  /** Where the file can be read again; left out for bytes that were handed over. */
  readonly path?: string;
  /** Its bytes now, where it has a path. Throws as `load` rejects. */
  readonly size?: () => number;
  /** Rejects with an `AttacheError`. */
  load(): Promise<Uint8Array>;
}

export const failure = (source: string, thrown: unknown): ImportFailure => {
  const { code, message } = toErrorData(asAttacheError(thrown));
  return { source, code, message: revealedLine(message) };
};

/** Something in a folder: a file, or why it is none that can be read. */
interface Found {
  readonly path: string;
  readonly error: AttacheError | null;
}

const aLink = (path: string) =>
  new AttacheError(
    'file-unreadable',
    `"${path}" is a link, and links in folders are not followed. Import what it leads to by itself.`,
  );

const noFile = (path: string) =>
  new AttacheError(
    'file-unreadable',
    `"${path}" is neither a file nor a folder, so nothing was read from it.`,
  );

/** What a library consists of, beside `library.sqlite` itself: see docs/data-format.md. */
const partOfLibrary =
  /^(?:library\.sqlite(?:-wal|-shm)?|library\.lock.*|originals|originals\.log|staging|backups)$/u;

/** Whether an entry of a folder of these `names` belongs to a library that lies there. */
const isOfLibrary = (name: string, names: ReadonlySet<string>): boolean =>
  names.has('library.sqlite') && partOfLibrary.test(name);

/**
 * The regular files under a folder in name order; links, pipes and folders that may not be opened are
 * named. Hidden files, the parts of saved pages and of a library are passed over.
 */
async function walk(folder: string): Promise<Found[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return [{ path: folder, error: unreadable(folder, error) }];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  const found: Found[] = [];
  for (const entry of entries) {
    if (!isArticleFile(entry.name) || isOfLibrary(entry.name, names)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isCompanion(`${entry.name}/`, names)) continue;
      for (const inner of await walk(path)) found.push(inner);
    } else if (entry.isFile()) found.push({ path, error: null });
    else found.push({ path, error: entry.isSymbolicLink() ? aLink(path) : noFile(path) });
  }
  return found;
}

type PathSource = Extract<ImportSource, { path: string }>;

const named = (encoding: string | undefined) => (encoding === undefined ? {} : { encoding });

/** The files at a path and the failures there, added to those there are. Rejects where there are neither. */
async function expandPath(
  { path, encoding }: PathSource,
  files: SourceFile[],
  failed: ImportFailure[],
): Promise<void> {
  const info = await stat(path);
  const fileAt = (name: string): SourceFile => ({
    ...named(encoding),
    name,
    path: name,
    size: () => sizeOf(name),
    load: () => loadPath(name),
  });
  if (info.isFile()) {
    files.push(fileAt(path));
    return;
  }
  if (!info.isDirectory()) throw noFile(path);
  const found = await walk(path);
  for (const inner of found) {
    if (inner.error === null) files.push(fileAt(inner.path));
    else failed.push(failure(inner.path, inner.error));
  }
  if (found.length === 0) {
    throw new AttacheError('no-articles', `The folder "${path}" has no files to import.`);
  }
}

const base64Schema = z.base64();

/** The bytes of a file handed over as base64, which may be broken into lines. Throws `damaged-file`. */
function handedOver(name: string, base64: string): Uint8Array {
  const whole = base64.replaceAll(/\s+/g, '');
  if (base64Schema.safeParse(whole).success) return Buffer.from(whole, 'base64');
  throw new AttacheError(
    'damaged-file',
    `"${name}" did not arrive whole: its bytes are not valid base64. Send the file again.`,
    { field: 'base64' },
  );
}

/** A file whose bytes are at hand, or made when they are asked for. */
export function inMemory(name: string, bytes: () => Uint8Array, encoding?: string): SourceFile {
  return {
    ...named(encoding),
    name,
    async load() {
      const loaded = bytes();
      if (loaded.length > largestFile) throw tooLarge(name, loaded.length);
      return loaded;
    },
  };
}

/** The bytes of a source that is no path. Throws `damaged-file` where they did not arrive whole. */
export const bytesOf = (source: Exclude<ImportSource, PathSource>): Uint8Array =>
  'text' in source
    ? Buffer.from(source.text.toWellFormed(), 'utf8')
    : handedOver(source.name, source.base64);

/** Throws `invalid-input` where a source names an encoding there is not. */
function checkEncodings(sources: readonly (ImportSource | SourceFile)[]): void {
  for (const [index, source] of sources.entries()) {
    const given = 'encoding' in source ? source.encoding : undefined;
    if (given !== undefined) encodingNamed(given, `sources.${index}.encoding`);
  }
}

/**
 * The files behind the sources, folders walked, files that are known already as they are; what cannot be found is a failure by its name.
 * Rejects with `invalid-input` on an unknown encoding.
 */
export async function expandSources(
  sources: readonly (ImportSource | SourceFile)[],
): Promise<{ files: SourceFile[]; failed: ImportFailure[] }> {
  checkEncodings(sources);
  const files: SourceFile[] = [];
  const failed: ImportFailure[] = [];
  for (const source of sources) {
    if ('load' in source) {
      files.push(source);
    } else if (!('path' in source)) {
      const encoding = 'text' in source ? 'utf-8' : source.encoding;
      files.push(inMemory(source.name, () => bytesOf(source), encoding));
    } else {
      try {
        await expandPath(source, files, failed);
      } catch (error) {
        failed.push(
          failure(
            source.path,
            error instanceof AttacheError ? error : unreadable(source.path, error),
          ),
        );
      }
    }
  }
  return { files, failed };
}
