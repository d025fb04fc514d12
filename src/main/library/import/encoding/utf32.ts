export type Utf32 = 'utf-32le' | 'utf-32be';

const isScalar = (point: number): boolean =>
  point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);

/** `TextDecoder` knows no UTF-32; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, encoding: Utf32): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const points: number[] = [];
    for (; at < bytes.length && points.length < 8192; at += 4) {
      const point = at + 4 <= bytes.length ? view.getUint32(at, encoding === 'utf-32le') : -1;
      points.push(point >= 0 && isScalar(point) ? point : 0xfffd);
    }
    parts.push(String.fromCodePoint(...points));
  }
  return parts.join('').replace(/^\uFEFF/, '');
}

/** UTF-32 by its mark, or because every four bytes are a character. */
export function utf32In(bytes: Uint8Array): { encoding: Utf32; confidence: number } | null {
  if (bytes.length < 4) return null;
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    return { encoding: 'utf-32le', confidence: 1 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff)
    return { encoding: 'utf-32be', confidence: 1 };
  const length = Math.min(bytes.length, 8192) & ~3;
  if (length < 16) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  for (const encoding of ['utf-32le', 'utf-32be'] as const) {
    let fits = true;
    for (let at = 0; at < length && fits; at += 4) {
      const point = view.getUint32(at, encoding === 'utf-32le');
      fits = isScalar(point) && point >= 9;
    }
    if (fits) return { encoding, confidence: 0.95 };
  }
  return null;
}
