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

async function readOne(file: SourceFile, port: ParsePort): Promise<ReadFile> {
  try {
    const bytes = await file.load();
    const task = { name: file.name, bytes };
    const result = await port.parse(
      file.encoding === undefined ? task : { ...task, encoding: file.encoding },
    );
    return { file, bytes, candidates: candidatesOf(file.name, bytes, result), failed: null };
  } catch (error) {
    return { file, bytes: none, candidates: [], failed: failure(file.name, error) };
  }
}

/** Reads files in their order, a few ahead, until `signal` stops it. Never rejects for one file. */
export async function* readFiles(
  files: readonly SourceFile[],
  port: ParsePort,
  signal: AbortSignal,
  ahead = 24,
): AsyncGenerator<ReadFile> {
  const running: Promise<ReadFile>[] = [];
  let next = 0;
  while (!signal.aborted) {
    for (; running.length < ahead; next += 1) {
      const file = files[next];
      if (file === undefined) break;
      running.push(readOne(file, port));
    }
    const first = running.shift();
    if (first === undefined) return;
    yield await first;
  }
}
