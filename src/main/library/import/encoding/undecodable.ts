/** Encodings that are recognised only to be named: no decoder for them is at hand. */
export const undecodable: Readonly<Record<string, string>> = {
  ebcdic: 'EBCDIC',
  'euc-tw': 'EUC-TW',
  'iso-2022-kr': 'ISO-2022-KR',
  'iso-2022-cn': 'ISO-2022-CN',
};

/**
 * EUC-TW: pairs of high bytes, as in the other EUC encodings, but CNS 11643 leaves rows 0xAA to
 * 0xC1 empty, which hold the most frequent characters of the others.
 */
export function isEucTw(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 16_384);
  let pairs = 0;
  let common = 0;
  let at = 0;
  while (at < length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const size = lead === 0x8e ? 4 : 2;
    if (at + size > length) break;
    if (size === 2 && (lead < 0xa1 || lead > 0xfd || (lead > 0xa9 && lead < 0xc2))) return false;
    for (let next = at + 1; next < at + size; next += 1) {
      if ((bytes[next] ?? 0) < 0xa1) return false;
    }
    pairs += 1;
    // The characters of the fewest strokes, which are the most frequent, come first in the table.
    if (lead >= 0xc4 && lead <= 0xd0) common += 1;
    at += size;
  }
  return pairs >= 16 && common * 4 > pairs;
}

/** Letters, digits and blanks as mainframes write them; ASCII has signs and accents there. */
const isEbcdicLetter = (byte: number): boolean =>
  byte === 0x40 ||
  (byte >= 0x81 && byte <= 0xe9 && (byte & 0x0f) >= 1 && (byte & 0x0f) <= 9) ||
  (byte >= 0xf0 && byte <= 0xf9);

/** EBCDIC, in whichever of its code pages: these differ in accents and signs. */
export function isEbcdic(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 16_384);
  let letters = 0;
  let blanks = 0;
  let ascii = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x40) blanks += 1;
    if (byte === 0x20 || byte === 0x0a) ascii += 1;
    if (isEbcdicLetter(byte)) letters += 1;
  }
  const usual = length >= 32 && letters > length * 0.85 && ascii * 100 < length;
  return usual && blanks * 20 > length && blanks * 3 < length;
}

/** The ISO 2022 encodings of Chinese and Korean announce themselves. */
export function iso2022In(bytes: Uint8Array): 'iso-2022-kr' | 'iso-2022-cn' | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const announces = (final: string) => head.includes(`\u001B$)${final}`);
  if (announces('C')) return 'iso-2022-kr';
  return announces('A') || announces('G') ? 'iso-2022-cn' : null;
}
