import { AttacheError } from '../../../shared/contract/errors.ts';
import type { ImportFailure } from '../../../shared/model/import.ts';
import { sha256 } from '../storage/originals/original-name.ts';
import { candidatesOf, recordsOf, type Candidate, type RecordCandidate } from './candidate.ts';
import type { InnerFile } from './formats/format.ts';
import type { FileRead, ParsePort } from './parse-port.ts';
import { failure, inMemory, type SourceFile } from './sources.ts';

/** A file that was read, or why it could not be. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly candidates: readonly Candidate[];
  readonly records: readonly RecordCandidate[];
  /** The bytes, kept only until the original is stored. */
  readonly bytes: Uint8Array;
  /** The file itself, or parts of it. */
  readonly failed: readonly ImportFailure[];
  /** How many files inside this one come after it. */
  readonly inner: number;
}

const none = new Uint8Array();

/** Files being read while the ones before are stored, so that neither waits for the other. */
const mostAhead = 320;
/** Further files wait while so many bytes are being read. */
const mostBytes = 32 * 1024 * 1024;

/** Archives in archives are opened so deep, and so many files of one are read in all. */
const deepest = 3;
const mostInner = 20_000;

interface Read extends ReadFile {
  readonly files: readonly InnerFile[];
}

/** A file of which nothing was read, and why. */
export const unread = (file: SourceFile, error: unknown): ReadFile => ({
  file,
  candidates: [],
  records: [],
  bytes: none,
  failed: [failure(file.name, error)],
  inner: 0,
});

/** A file on its way, and how many of its bytes wait for that. */
interface Running {
  readonly read: Promise<Read> | Read;
  readonly size: number;
}

async function parsed(file: SourceFile, reading: Promise<FileRead>): Promise<Read> {
  try {
    const read = await reading;
    const { bytes, result } = read;
    return {
      file,
      bytes,
      candidates: candidatesOf(file.name, read),
      records: recordsOf(file.name, read),
      failed: result.failed.map(({ error }) => ({
        source: file.name,
        code: error.code,
        message: error.message,
      })),
      inner: result.files.length,
      files: result.files,
    };
  } catch (error) {
    return { ...unread(file, error), files: [] };
  }
}

/** Reads what is in a file whose bytes are at hand. Rejects as the port does. */
export async function readBytes(
  { name, encoding }: SourceFile,
  bytes: Uint8Array,
  port: ParsePort,
): Promise<FileRead> {
  const named = encoding === undefined ? { name } : { name, encoding };
  return { bytes, sha256: sha256(bytes), result: await port.parse({ ...named, bytes }) };
}

/** Has a port read a file from the disk, where it does that for a file of this size. */
function readAway({ path, name, encoding, size }: SourceFile, port: ParsePort) {
  if (path === undefined || size === undefined || port.parseAt === undefined) return null;
  const named = encoding === undefined ? { name, path } : { name, path, encoding };
  const bytes = size();
  const reading = port.parseAt(named, bytes);
  return reading === null ? null : { reading, bytes };
}

async function begin(file: SourceFile, port: ParsePort): Promise<Running> {
  try {
    const away = readAway(file, port);
    if (away !== null) return { read: parsed(file, away.reading), size: away.bytes };
    const bytes = await file.load();
    return { read: parsed(file, readBytes(file, bytes, port)), size: bytes.length };
  } catch (error) {
    return { read: { ...unread(file, error), files: [] }, size: 0 };
  }
}

const tooDeep = (name: string) =>
  new AttacheError(
    'file-too-large',
    `"${name}" holds files more than ${deepest} archives deep, or too many of them, so they were left out. Unpack it yourself and import what is in it.`,
  );

/** What is left of the files one source may unfold to. */
interface Allowance {
  left: number;
}

/**
 * Reads files in their order, some ahead, until `signal` stops it; the files in an archive or a
 * message come right after it. Never rejects for one file.
 */
export async function* readFiles(
  files: readonly SourceFile[],
  port: ParsePort,
  signal: AbortSignal,
): AsyncGenerator<ReadFile> {
  yield* readAll(files, port, signal, 0, null);
}

async function* readAll(
  files: readonly SourceFile[],
  port: ParsePort,
  signal: AbortSignal,
  depth: number,
  given: Allowance | null,
): AsyncGenerator<ReadFile> {
  const running: Running[] = [];
  let next = 0;
  let size = 0;
  while (!signal.aborted) {
    while (running.length < mostAhead && (running.length === 0 || size < mostBytes)) {
      const file = files[next];
      if (file === undefined) break;
      next += 1;
      const begun = await begin(file, port);
      size += begun.size;
      running.push(begun);
    }
    const first = running.shift();
    if (first === undefined) return;
    size -= first.size;
    const { files: inside, ...read } = await first.read;
    const allowance = given ?? { left: mostInner };
    allowance.left -= inside.length;
    if (inside.length === 0) {
      yield read;
    } else if (depth >= deepest || allowance.left < 0) {
      const failed = [...read.failed, failure(read.file.name, tooDeep(read.file.name))];
      yield { ...read, inner: 0, failed };
    } else {
      yield read;
      const { name: outer, encoding } = read.file;
      const inner = inside.map(({ name, bytes }) =>
        inMemory(`${outer}/${name}`, () => bytes, encoding),
      );
      yield* readAll(inner, port, signal, depth + 1, allowance);
    }
  }
}
