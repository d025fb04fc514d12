import { analyse } from 'chardet';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: text of any language has many spaces and line feeds, which put a zero
 * byte on one side of every pair and never on the other.
 */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 8192) & ~1;
  let zeroEven = 0;
  let zeroOdd = 0;
  let asciiPairsLe = 0;
  let asciiPairsBe = 0;
  for (let index = 0; index < length; index += 2) {
    const even = bytes[index] ?? 0;
    const odd = bytes[index + 1] ?? 0;
    if (even === 0) zeroEven += 1;
    if (odd === 0) zeroOdd += 1;
    if (odd === 0 && (even === 0x20 || even === 0x0a || even === 0x2c)) asciiPairsLe += 1;
    if (even === 0 && (odd === 0x20 || odd === 0x0a || odd === 0x2c)) asciiPairsBe += 1;
  }
  if (zeroOdd > 0 && asciiPairsLe > 0 && zeroEven * 20 < zeroOdd) return 'utf-16le';
  if (zeroEven > 0 && asciiPairsBe > 0 && zeroOdd * 20 < zeroEven) return 'utf-16be';
  return null;
}

/** Control characters no text file has, other than NUL (hostile texts carry some NULs). */
function controlShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) {
      controls += 1;
    }
  }
  return length === 0 ? 0 : controls / length;
}

/** The encoding's WHATWG label, or null where the bytes are no text. */
export function detectEncoding(bytes: Uint8Array): string | null {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return mark;
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== null) return utf16;
  if (controlShare(bytes) > 0.02) return null;
  if (isUtf8(bytes)) return 'utf-8';
  const guess = analyse(bytes.subarray(0, 65_536))[0]?.name;
  return guess === undefined ? 'windows-1252' : guess.toLowerCase();
}
