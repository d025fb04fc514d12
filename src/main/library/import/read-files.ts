import type { ImportFailure } from '../../../shared/model/import.ts';
import { candidatesOf, type Candidate } from './candidate.ts';
import type { ParsePort } from './parse-port.ts';
import { failure, type SourceFile } from './sources.ts';

/** A file that was read, or why it could not be. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly candidates: readonly Candidate[];
  /** The bytes, kept only until the original is stored. */
  readonly bytes: Uint8Array;
  readonly failed: ImportFailure | null;
}

const none = new Uint8Array();

/** Files being read while the ones before are stored, so that neither waits for the other. */
const mostAhead = 128;
/** Further files wait while so many bytes are being read. */
const mostBytes = 32 * 1024 * 1024;

async function load(file: SourceFile): Promise<Uint8Array | ReadFile> {
  try {
    return await file.load();
  } catch (error) {
    return { file, bytes: none, candidates: [], failed: failure(file.name, error) };
  }
}

async function readOne(file: SourceFile, bytes: Uint8Array, port: ParsePort): Promise<ReadFile> {
  try {
    const task = { name: file.name, bytes };
    const result = await port.parse(
      file.encoding === undefined ? task : { ...task, encoding: file.encoding },
    );
    return { file, bytes, candidates: candidatesOf(file.name, bytes, result), failed: null };
  } catch (error) {
    return { file, bytes: none, candidates: [], failed: failure(file.name, error) };
  }
}

/** Reads files in their order, some ahead, until `signal` stops it. Never rejects for one file. */
export async function* readFiles(
  files: readonly SourceFile[],
  port: ParsePort,
  signal: AbortSignal,
): AsyncGenerator<ReadFile> {
  const running: { readonly read: Promise<ReadFile> | ReadFile; readonly size: number }[] = [];
  let next = 0;
  let size = 0;
  while (!signal.aborted) {
    while (running.length < mostAhead && (running.length === 0 || size < mostBytes)) {
      const file = files[next];
      if (file === undefined) break;
      next += 1;
      const loaded = await load(file);
      if (loaded instanceof Uint8Array) {
        size += loaded.length;
        running.push({ read: readOne(file, loaded, port), size: loaded.length });
      } else {
        running.push({ read: loaded, size: 0 });
      }
    }
    const first = running.shift();
    if (first === undefined) return;
    size -= first.size;
    yield await first.read;
  }
}
