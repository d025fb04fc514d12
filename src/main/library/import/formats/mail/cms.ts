/** What S/MIME wraps a message in (RFC 5652), as far as it is told apart. */
export type Wrapped = 'signed' | 'enveloped';

const prefix = '\u002a\u0086\u0048\u0086\u00f7\u000d\u0001';
const kinds: readonly (readonly [string, Wrapped])[] = [
  [`${prefix}\u0007\u0002`, 'signed'],
  [`${prefix}\u0007\u0003`, 'enveloped'],
  [`${prefix}\u0009\u0010\u0001\u0017`, 'enveloped'],
];

/** What bytes that begin as the Cryptographic Message Syntax does hold; null for any others. */
export function wrappedIn(bytes: Uint8Array): Wrapped | null {
  if (bytes[0] !== 0x30) return null;
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  return kinds.find(([id]) => head.includes(id))?.[1] ?? null;
}

const sequence = 0x30;
const explicit = 0xa0;
const octets = 0x04;
const octetsInParts = 0x24;
/** Nested deeper than any message is. */
const deepest = 20;

interface Value {
  readonly tag: number;
  /** Where its content stands, and where what follows it begins. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Reads values in ASN.1's basic encoding. */
class BerReader {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The value at `at`; null where there is no whole one before `limit`. */
  at(at: number, limit: number, depth = 0): Value | null {
    const [tag, first] = [this.#bytes[at], this.#bytes[at + 1]];
    if (tag === undefined || first === undefined || at + 2 > limit || depth > deepest) return null;
    if (first === 0x80) return this.#withoutLength(tag, at + 2, limit, depth);
    let length = first;
    let start = at + 2;
    if (first > 0x80) {
      length = 0;
      for (let left = first & 0x7f; left > 0; left -= 1, start += 1) {
        length = length * 0x100 + (this.#bytes[start] ?? 0);
      }
    }
    const end = start + length;
    return end <= limit ? { tag, start, end, next: end } : null;
  }

  /** The values inside another one. */
  inside({ start, end }: Value, depth = 0): Value[] {
    const values: Value[] = [];
    for (let at = start; at < end;) {
      const value = this.at(at, end, depth + 1);
      if (value === null) break;
      values.push(value);
      at = value.next;
    }
    return values;
  }

  /** The bytes of a string of them, also where it is written in parts. */
  octetsOf(value: Value, depth = 0): Uint8Array {
    if (value.tag === octets) return this.#bytes.subarray(value.start, value.end);
    if (value.tag !== octetsInParts || depth > deepest) return new Uint8Array();
    return Buffer.concat(this.inside(value).map((part) => this.octetsOf(part, depth + 1)));
  }

  /** A value whose end is marked by two zeros. */
  #withoutLength(tag: number, start: number, limit: number, depth: number): Value | null {
    for (let at = start; at < limit;) {
      if (this.#bytes[at] === 0 && this.#bytes[at + 1] === 0) {
        return { tag, start, end: at, next: at + 2 };
      }
      const value = this.at(at, limit, depth + 1);
      if (value === null) return null;
      at = value.next;
    }
    return null;
  }
}

/** What was signed, in a message that holds it and its signature in one piece; null where nothing is. */
export function signedContent(bytes: Uint8Array): Uint8Array | null {
  const reader = new BerReader(bytes);
  const inside = (value: Value | null | undefined, tag: number) =>
    value == null ? undefined : reader.inside(value).find((part) => part.tag === tag);
  const data = inside(inside(reader.at(0, bytes.length), explicit), sequence);
  const content = inside(inside(data, sequence), explicit);
  const [value] = content === undefined ? [] : reader.inside(content);
  return value === undefined ? null : reader.octetsOf(value);
}
