import { analyse } from 'chardet';
import { isUtf8 } from 'node:buffer';
import { betterThan } from './misread.ts';
import { isThai } from './thai.ts';
import { iso2022In, isEbcdic, isEucTw } from './undecodable.ts';
import { utf16WithoutMark } from './utf16.ts';
import { utf32In } from './utf32.ts';

/** The encoding of some bytes. */
export interface Detected {
  /** WHATWG name, or that of an encoding only recognised (see `undecodable`). */
  readonly encoding: string;
  /** 0 to 1: how sure that is. */
  readonly confidence: number;
}

/** Control characters a text has: tab, line feed, form feed, carriage return. */
const isTextControl = (byte: number): boolean =>
  byte === 9 || byte === 10 || byte === 12 || byte === 13;

function hasControl(bytes: Uint8Array): boolean {
  // By index, and asked for the length once: every file is read through here.
  const { length } = bytes;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x20 && !isTextControl(byte)) return true;
  }
  return false;
}

/**
 * Valid UTF-8 without a control character: the other encodings looked for have zero bytes,
 * escapes, or UTF-16's spaces and full stops (bytes 0 to 3). Nearly every file ends here.
 */
const isPlainUtf8 = (bytes: Uint8Array): boolean => !hasControl(bytes) && isUtf8(bytes);

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Share of control characters no text has; a NUL weighs less, because damaged texts carry some. */
function controlShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) controls += 0.2;
    else if (byte < 0x20 && byte !== 0x1b && !isTextControl(byte)) controls += 1;
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

const sure = (encoding: string, confidence = 1): Detected => ({ encoding, confidence });

/** More than one byte a letter. */
const manyBytes = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5']);

/** What character statistics say of bytes that nothing else tells the encoding of. */
function guessed(bytes: Uint8Array): Detected {
  if (isEucTw(bytes)) return sure('euc-tw', 0.8);
  if (isThai(bytes)) return sure('windows-874', 0.9);
  const [best] = analyse(bytes.subarray(0, 65_536));
  const encoding = best === undefined ? null : known(best.name);
  const guess =
    encoding === null || best === undefined
      ? sure('windows-1252', 0.2)
      : sure(encoding, Math.min(0.9, best.confidence / 100));
  const better = manyBytes.has(guess.encoding) ? null : betterThan(guess.encoding, bytes);
  return better === null ? guess : sure(better, 0.6);
}

/**
 * The encoding of a text, or null where the bytes are none: a byte order mark, zero bytes in the
 * places UTF-32 and UTF-16 have them, escape sequences, valid UTF-8, what the markup declares,
 * then character statistics.
 */
export function detectEncoding(bytes: Uint8Array): Detected | null {
  if (isPlainUtf8(bytes)) return sure('utf-8');
  const utf32 = utf32In(bytes);
  if (utf32 !== null) return utf32;
  const mark = byteOrderMark(bytes);
  if (mark !== null) return sure(mark);
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== null) return utf16;
  const iso2022 = iso2022In(bytes);
  if (iso2022 !== null) return sure(iso2022);
  if (isEbcdic(bytes)) return sure('ebcdic', 0.9);
  if (controlShare(bytes) > 0.02) return null;
  if (isIso2022Jp(bytes)) return sure('iso-2022-jp');
  if (isUtf8(bytes)) return sure('utf-8');
  const said = declared(bytes);
  return said !== null && said !== 'utf-8' ? sure(said, 0.9) : guessed(bytes);
}
