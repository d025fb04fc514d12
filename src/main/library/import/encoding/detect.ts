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

/** Share of control characters no text has; a NUL weighs less, because damaged texts carry some. */
function controlShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) controls += 0.2;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) {
      controls += 1;
    }
  }
  return length === 0 ? 0 : controls / length;
}

/** Seven-bit Japanese switches character sets by escape sequences. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length - 2; index += 1) {
    if (bytes[index] !== 0x1b || bytes[index + 1] !== 0x24) continue;
    if (bytes[index + 2] === 0x42 || bytes[index + 2] === 0x40) return true;
  }
  return false;
}

/** Encodings that hold all of another one, and are what files labelled so are really in. */
const superset: Readonly<Record<string, string>> = {
  'iso-8859-8': 'windows-1255',
  ascii: 'windows-1252',
};

/** The WHATWG name of an encoding `TextDecoder` knows, or null. */
function known(label: string): string | null {
  try {
    return new TextDecoder(superset[label.toLowerCase()] ?? label).encoding;
  } catch {
    return null;
  }
}

const declaration =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,30})|^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]{2,30})/i;

/** What a page's markup says of its own encoding. */
function declared(bytes: Uint8Array): string | null {
  const match = declaration.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
  const label = match?.[1] ?? match?.[2];
  return label === undefined ? null : known(label);
}

/**
 * The encoding's WHATWG name, or null where the bytes are no text: a byte order mark, zero bytes
 * on one side, escape sequences, valid UTF-8, what the markup declares, then character statistics.
 */
export function detectEncoding(bytes: Uint8Array): string | null {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return mark;
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== null) return utf16;
  if (controlShare(bytes) > 0.02) return null;
  if (isIso2022Jp(bytes)) return 'iso-2022-jp';
  if (isUtf8(bytes)) return 'utf-8';
  const said = declared(bytes);
  if (said !== null && said !== 'utf-8') return said;
  const guess = analyse(bytes.subarray(0, 65_536))[0]?.name;
  return (guess === undefined ? null : known(guess)) ?? 'windows-1252';
}
