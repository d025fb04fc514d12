/** Reads SQLite's variable-length integers, which have seven bits a byte, the highest first. */
export class Varints {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next integer, exact up to 2^53. */
  next(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    do {
      byte = bytes[this.at++] ?? 0;
      value = value * 128 + (byte & 0x7f);
    } while (byte >= 0x80);
    return value;
  }
}
