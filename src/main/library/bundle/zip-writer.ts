import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** ZIP counts in 32 and 16 bits; what is beyond would be written wrong. */
export const largestZip = 4 * 1024 ** 3 - 64 * 1024 ** 2;
export const mostZipEntries = 65_000;

export interface ZipWriter {
  add(name: string, bytes: Uint8Array): void;
  /** Adds a file piece by piece. Rejects with what the file system says. */
  addFile(name: string, path: string): Promise<void>;
  /** Writes the table of contents. */
  end(): void;
  /** Closes the file, whether it was ended or not. */
  close(): void;
}

/** Writes a new ZIP file to `path` without holding it in memory. Throws what the file system says. */
export function zipWriter(path: string, modified: Date): ZipWriter {
  const file = openSync(path, 'wx');
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    for (let done = 0; done < chunk.length;) done += writeSync(file, chunk, done);
  });
  const entry = (name: string): ZipDeflate => {
    const added = new ZipDeflate(name, { level: 6 });
    added.mtime = modified;
    zip.add(added);
    return added;
  };
  return {
    add: (name, bytes) => entry(name).push(bytes, true),
    async addFile(name, from) {
      const added = entry(name);
      for await (const chunk of createReadStream(from, { highWaterMark: 1024 * 1024 })) {
        added.push(chunk as Uint8Array);
      }
      added.push(new Uint8Array(), true);
    },
    end: () => zip.end(),
    close: () => closeSync(file),
  };
}
