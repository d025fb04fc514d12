import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { AttacheError, toErrorData } from '../../../../shared/contract/errors.ts';
import type { InnerFile } from './format.ts';

/** A container may not unpack to more than this, nor hold more entries. */
const largestUnpacked = 128 * 1024 * 1024;
const mostEntries = 10_000;
/** Text packs to a tenth and markup to a fiftieth; what swells more and is large is a bomb. */
const mostSwelling = 250;
const swellingMatters = 16 * 1024 * 1024;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  ((head[2] === 0x03 && head[3] === 0x04) || (head[2] === 0x05 && head[3] === 0x06));

/** The first entries' names and other readable parts of a container's beginning. */
export const zipHead = (head: Uint8Array): string => Buffer.from(head).toString('latin1');

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Encodings that Windows writes East Asian names in, the one with the fewest accidents first. */
const eastAsian = ['shift_jis', 'euc-kr', 'gb18030', 'big5'] as const;
/** A name of one of them: its letters come in runs, accents of the West stand alone. */
const eastAsianName =
  /^(?:[ -~]|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uFF01-\uFF5E]{2,})+$/u;

/** A name in the East Asian encoding it reads well in, or null. */
function eastAsianOf(raw: Uint8Array): string | null {
  for (const encoding of eastAsian) {
    try {
      const name = new TextDecoder(encoding, { fatal: true }).decode(raw);
      // Chinese in the encoding of Korean is Hangul with characters in between.
      const isMixed = encoding === 'euc-kr' && /\p{Script=Han}/u.test(name);
      const isOdd = isMixed || /[\uFF61-\uFF9F\uE000-\uF8FF]/u.test(name);
      if (eastAsianName.test(name) && !isOdd) return name;
    } catch {
      // Not a name in this encoding.
    }
  }
  return null;
}

/**
 * Names are UTF-8 where the entry says so or they read as such, else East Asian where they read so,
 * else of the first PCs' code page.
 */
function nameOf(entry: Entry, { getFileNameLowLevel }: typeof import('yauzl')): string {
  try {
    return strictUtf8.decode(entry.fileNameRaw);
  } catch {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const eastern = eastAsianOf(fileNameRaw);
    return eastern ?? getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

/** Made on Unix, the upper half of the attributes is the file's mode. */
const isLink = (entry: Entry): boolean =>
  entry.versionMadeBy >>> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;

const damaged = (file: string, cause: unknown) =>
  new AttacheError(
    'damaged-file',
    `"${file}" could not be unpacked: it is damaged or incomplete. Get it again from where it came from.`,
    { cause },
  );

const tooLarge = (file: string) =>
  new AttacheError(
    'file-too-large',
    `"${file}" unpacks to more than ${largestUnpacked / 1024 / 1024} MB or ${mostEntries} entries, or swells as no text does, so it was left out.`,
  );

/** The bytes of an entry, never more than its directory says; throws where they are not as it says. */
async function unpack(zip: ZipFile, bytes: Uint8Array, entry: Entry): Promise<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const size = entry.uncompressedSize;
  const content =
    entry.compressionMethod === 0
      ? packed
      : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  if (content.length !== size) throw new Error(`${content.length} bytes where ${size} are said`);
  if (crc32(content) !== entry.crc32) throw new Error('the checksum differs');
  // A copy of its own: a view would take the whole archive along when it is sent between threads.
  return new Uint8Array(content);
}

function refusedEntry(name: string, entry: Entry): AttacheError | null {
  if (isLink(entry)) {
    return new AttacheError(
      'file-unreadable',
      `"${name}" is a link, and links in archives are not followed.`,
    );
  }
  if (entry.isEncrypted()) {
    return new AttacheError(
      'encrypted-file',
      `"${name}" is protected by a password. Unpack it yourself and import what is in it.`,
    );
  }
  return entry.compressionMethod === 0 || entry.compressionMethod === 8
    ? null
    : new AttacheError(
        'unsupported-format',
        `"${name}" is packed by a method Attache does not know. Unpack it yourself and import what is in it.`,
      );
}

export interface ZipContents {
  /** In the order of the directory; names may repeat and are only looked at, never used as paths. */
  readonly files: readonly InnerFile[];
  readonly failed: readonly { readonly name: string; readonly error: AttacheError }[];
}

/**
 * The wanted entries of a ZIP container, unpacked in memory; folders are passed over, a link and an
 * entry that cannot be unpacked are left out by name. Rejects with `damaged-file` where there is no
 * directory and `file-too-large` beyond the limits, naming `file`.
 */
export async function zipContents(
  file: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ZipContents> {
  const files: InnerFile[] = [];
  const failed: { name: string; error: AttacheError }[] = [];
  let size = 0;
  try {
    const yauzl = await import('yauzl');
    const zip = await yauzl.fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      {
        lazyEntries: true,
        decodeStrings: false,
      },
    );
    if (zip.entryCount > mostEntries) throw tooLarge(file);
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry, yauzl);
      if (name.endsWith('/') || !wanted(name)) continue;
      size += entry.uncompressedSize;
      const swells = size > swellingMatters && size > bytes.length * mostSwelling;
      if (size > largestUnpacked || swells) throw tooLarge(file);
      const refused = refusedEntry(name, entry);
      if (refused !== null) {
        failed.push({ name, error: refused });
        continue;
      }
      try {
        files.push({ name, bytes: await unpack(zip, bytes, entry) });
      } catch (error) {
        failed.push({ name, error: damaged(`${file}/${name}`, error) });
      }
    }
  } catch (error) {
    throw error instanceof AttacheError ? error : damaged(file, error);
  }
  return { files, failed };
}

/** As `zipContents`, for a document that is whole only with all its wanted parts. */
export async function zipEntries(
  file: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const { files, failed } = await zipContents(file, bytes, wanted);
  const [first] = failed;
  if (first?.error.code === 'encrypted-file') throw first.error;
  if (first !== undefined) throw damaged(file, toErrorData(first.error));
  return new Map(files.map(({ name, bytes: content }) => [name, content]));
}
