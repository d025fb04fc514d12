import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fsyncDirectory } from '../storage/durable.ts';
import { logRecord, recordsIn } from './originals-log-format.ts';
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

function writeUnflushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  } finally {
    closeSync(file);
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function isWhole(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * Makes many small originals durable with one flush instead of one each, as a database's
 * write-ahead log does (Gray, Reuter: Transaction Processing, 1992, ch. 9): their bytes go into
 * `originals.log`, which is flushed, and into their files, which are not. The files are flushed at
 * leisure, and the log then removed. After a crash `recover` writes what the files lost.
 */
export class OriginalsLog {
  readonly #dir: string;
  readonly #path: string;
  #file: FileHandle | null = null;
  #length = 0;
  /** False where an earlier log could not be read back: it is left for the next opening. */
  #isUsable = true;
  #isWriting = false;
  /** Originals in the log whose files are not known to be on the disk. */
  readonly #unsettled: string[] = [];
  #settling: Promise<void> | null = null;
  #isClosing = false;
  /** The log being taken away: it is not written to meanwhile. */
  #removal: Promise<void> = Promise.resolve();

  constructor(dir: string) {
    this.#dir = dir;
    this.#path = join(dir, 'originals.log');
  }

  /** Puts every original the log has into its place. Runs before anything reads originals. */
  recover(): void {
    let log: Buffer;
    try {
      log = readFileSync(this.#path);
    } catch (error) {
      this.#isUsable = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return;
    }
    try {
      for (const { hash, bytes, end } of recordsIn(log)) {
        const path = originalPath(this.#dir, hash);
        if (!isWhole(path, bytes)) writeUnflushed(path, bytes);
        this.#unsettled.push(hash);
        this.#length = end;
      }
      if (this.#length === 0) rmSync(this.#path);
      else void this.settle();
    } catch {
      this.#isUsable = false;
    }
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
      const logged = this.#append(records);
      try {
        for (const [hash, bytes] of originals) {
          writeUnflushed(originalPath(this.#dir, hash), bytes);
        }
      } finally {
        await logged;
      }
      this.#length += records.length;
      for (const [hash] of originals) this.#unsettled.push(hash);
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes behind what is known to be whole: the next records overwrite those of a failed call. */
  async #append(records: Uint8Array): Promise<void> {
    if (this.#file === null) {
      this.#file = await open(this.#path, this.#length === 0 ? 'w' : 'r+');
      fsyncDirectory(this.#dir);
    }
    for (let done = 0; done < records.length;) {
      const { bytesWritten } = await this.#file.write(
        records,
        done,
        records.length - done,
        this.#length + done,
      );
      done += bytesWritten;
    }
    await this.#file.datasync();
  }

  /**
   * Flushes the files of the originals in the log, then removes it. Never rejects: where a file
   * cannot be flushed the log stays, and the next opening goes on from it.
   */
  settle(): Promise<void> {
    this.#settling ??= this.#flushAll()
      .catch(() => undefined)
      .finally(() => {
        this.#settling = null;
      });
    return this.#settling;
  }

  async #flushAll(): Promise<void> {
    while (this.#unsettled.length > 0 && !this.#isClosing) {
      const some = this.#unsettled.slice(0, atOnce);
      await Promise.all(some.map((hash) => flush(originalPath(this.#dir, hash))));
      this.#unsettled.splice(0, some.length);
    }
    const isDone = this.#unsettled.length === 0 && this.#length > 0;
    if (!isDone || this.#isWriting || !this.#isUsable) return;
    fsyncDirectory(join(this.#dir, 'originals'));
    this.#removal = this.#remove();
    await this.#removal;
  }

  async #remove(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    this.#length = 0;
    await file?.close();
    await rm(this.#path, { force: true });
  }

  /** Settles, but for no longer than `limit` ms: what is left then, the next opening goes on with. */
  async close(limit: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#isClosing = true;
    }, limit);
    await this.settle();
    clearTimeout(timer);
    await this.#file?.close();
    this.#file = null;
  }
}
