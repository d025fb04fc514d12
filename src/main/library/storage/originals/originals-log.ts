import { readFileSync, rmSync, writeSync } from 'node:fs';
import { open, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fsyncDirectory } from '../durable.ts';
import { headBytes, logRecord, recordsIn } from './originals-log-format.ts';
import { originalPath } from './original-name.ts';

/** A file's SHA-256 and its bytes. */
export type Original = readonly [hash: string, bytes: Uint8Array];

/** Fewer originals than this are flushed one by one: nothing is then left to do afterwards. */
const fewestTogether = 8;
/** Larger files are not worth writing twice. */
const largest = 64 * 1024;
/** Past this length the log takes nothing more until it has been settled. */
const longestLog = 64 * 1024 * 1024;
/** Files flushed at once when settling: one of libuv's four threads is left to others. */
const atOnce = 3;

/** Where the bytes of an original lie in the log. */
interface Place {
  readonly start: number;
  readonly length: number;
}

const logPath = (dir: string): string => join(dir, 'originals.log');

/** The originals in the log of a library folder by their hash; none where there is no log. */
export function originalsInLog(dir: string): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  try {
    for (const { hash, bytes } of recordsIn(readFileSync(logPath(dir)))) found.set(hash, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found;
}

/**
 * Makes many small originals durable with one flush instead of one each, as a database's
 * write-ahead log does (Gray, Reuter: Transaction Processing, 1992, ch. 9): their bytes go into
 * `originals.log`, which is flushed. Their files are written at leisure, each flushed, and the log is
 * then removed; until then `originalsInLog` has them. After a crash `recover` goes on from there.
 */
export class OriginalsLog {
  readonly #dir: string;
  readonly #path: string;
  #file: Promise<FileHandle> | null = null;
  #length = 0;
  /** False where an earlier log could not be read back: it is left for the next opening. */
  #isUsable = true;
  #isWriting = false;
  /** Originals in the log, by their hash, whose files are not known to be on the disk. */
  readonly #unsettled = new Map<string, Place>();
  #settling: Promise<void> | null = null;
  #isClosing = false;
  /** The log being taken away: it is not written to meanwhile. */
  #removal: Promise<void> = Promise.resolve();

  constructor(dir: string) {
    this.#dir = dir;
    this.#path = logPath(dir);
  }

  /** Goes on from what an earlier program left in its log. */
  recover(): void {
    let log: Buffer;
    try {
      log = readFileSync(this.#path);
    } catch (error) {
      this.#isUsable = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return;
    }
    for (const { hash, bytes, end } of recordsIn(log)) {
      this.#unsettled.set(hash, { start: end - bytes.length, length: bytes.length });
      this.#length = end;
    }
    if (this.#length > 0) {
      void this.settle();
      return;
    }
    try {
      rmSync(this.#path, { force: true });
    } catch {
      this.#isUsable = false;
    }
  }

  /** True for an original that is in the log and need not be in its file yet. */
  has(hash: string): boolean {
    return this.#unsettled.has(hash);
  }

  /** Parts the originals that the log takes together from those to be flushed by themselves. */
  divide(originals: readonly Original[]): { together: Original[]; alone: Original[] } {
    const together = originals.filter(([, bytes]) => bytes.length <= largest);
    const isFull = this.#length > longestLog;
    if (isFull) void this.settle();
    if (isFull || !this.#isUsable || together.length < fewestTogether) {
      return { together: [], alone: [...originals] };
    }
    return { together, alone: originals.filter(([, bytes]) => bytes.length > largest) };
  }

  /** Makes originals durable, one call after the other. Rejects with what the file system throws. */
  async keep(originals: readonly Original[]): Promise<void> {
    this.#isWriting = true;
    try {
      await this.#removal;
      const records = Buffer.concat(originals.flatMap(logRecord));
      await this.#append(records);
      for (const [hash, { length }] of originals) {
        this.#unsettled.set(hash, { start: this.#length + headBytes, length });
        this.#length += headBytes + length;
      }
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes behind what is known to be whole: the next records overwrite those of a failed call. */
  async #append(records: Uint8Array): Promise<void> {
    const file = await this.#opened();
    // At once, so that the flush is on its way whatever this thread does next.
    for (let done = 0; done < records.length;) {
      done += writeSync(file.fd, records, done, records.length - done, this.#length + done);
    }
    await file.datasync();
  }

  #opened(): Promise<FileHandle> {
    this.#file ??= this.#open().catch((error: unknown) => {
      this.#file = null;
      throw error;
    });
    return this.#file;
  }

  async #open(): Promise<FileHandle> {
    const file = await open(this.#path, this.#length === 0 ? 'w+' : 'r+');
    fsyncDirectory(this.#dir);
    return file;
  }

  async #close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await (await file)?.close();
  }

  /**
   * Writes the files of the originals in the log, each flushed, then removes it. Never rejects: where
   * a file cannot be written the log stays, and the next opening goes on from it.
   */
  settle(): Promise<void> {
    this.#settling ??= this.#writeAll()
      .catch(() => undefined)
      .finally(() => {
        this.#settling = null;
      });
    return this.#settling;
  }

  async #writeAll(): Promise<void> {
    if (this.#unsettled.size > 0) {
      const file = await this.#opened();
      const left = this.#unsettled.entries();
      await Promise.allSettled(Array.from({ length: atOnce }, () => this.#writeFiles(file, left)));
    }
    const isDone = this.#unsettled.size === 0 && this.#length > 0;
    if (!isDone || this.#isWriting || !this.#isUsable) return;
    fsyncDirectory(join(this.#dir, 'originals'));
    this.#removal = this.#remove();
    await this.#removal;
  }

  async #writeFiles(log: FileHandle, left: Iterable<[string, Place]>): Promise<void> {
    // One for all of them: ten thousand small ones would be freed late.
    const buffer = Buffer.allocUnsafeSlow(largest);
    for (const [hash, { start, length }] of left) {
      if (this.#isClosing) return;
      const { bytesRead } = await log.read(buffer, 0, length, start);
      await writeFile(originalPath(this.#dir, hash), buffer.subarray(0, bytesRead), {
        flush: true,
      });
      this.#unsettled.delete(hash);
    }
  }

  async #remove(): Promise<void> {
    this.#length = 0;
    await this.#close();
    await rm(this.#path, { force: true });
  }

  /** Settles, but for no longer than `limit` ms: what is left then, the next opening goes on with. */
  async close(limit: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#isClosing = true;
    }, limit);
    await this.settle();
    clearTimeout(timer);
    await this.#close();
  }
}
