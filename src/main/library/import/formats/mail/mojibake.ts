const windows = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
);
const byteOf = new Map(Array.from(windows, (character, byte) => [character, byte]));
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A text that is UTF-8 and was read as a Western encoding, as its message said, read again; any other
 * as it is. Western text is no UTF-8: its accents stand alone.
 */
export function withoutMojibake(text: string): string {
  if (!/[\u00C2-\u00F4]/u.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = byteOf.get(text.charAt(at));
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return text;
  }
}
