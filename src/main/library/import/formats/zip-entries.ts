import { unzipSync, type UnzipFileInfo } from 'fflate';
import { AttacheError } from '../../../../shared/contract/errors.ts';

/** A container may not unpack to more than this, nor hold more entries. */
export const largestUnpacked = 128 * 1024 * 1024;
export const mostEntries = 10_000;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;

/** The first entries' names and other readable parts of a container's beginning. */
export const zipHead = (head: Uint8Array): string => Buffer.from(head).toString('latin1');

/**
 * The wanted entries of a ZIP container, unpacked in memory: names are only looked up, never used
 * as paths. Throws `damaged-file` and `file-too-large`, naming `file`.
 */
export function zipEntries(
  file: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  let size = 0;
  let count = 0;
  const filter = (entry: UnzipFileInfo) => {
    count += 1;
    if (count > mostEntries) throw tooLarge(file);
    if (entry.name.endsWith('/') || !wanted(entry.name)) return false;
    size += entry.originalSize;
    if (size > largestUnpacked) throw tooLarge(file);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError(
      'damaged-file',
      `"${file}" could not be unpacked: it is damaged or incomplete. Get it again from where it came from.`,
      { cause: error },
    );
  }
}

const tooLarge = (file: string) =>
  new AttacheError(
    'file-too-large',
    `"${file}" unpacks to more than ${largestUnpacked / 1024 / 1024} MB or ${mostEntries} entries, so it was left out.`,
  );
