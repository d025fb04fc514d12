import { sha256 } from './original-name.ts';

const hashBytes = 32;
/** Before the bytes of each original: its SHA-256, and how many they are (32 bits, little-endian). */
export const headBytes = hashBytes + 4;

/** A record in the log: its head and its bytes. */
export function logRecord([hash, bytes]: readonly [hash: string, bytes: Uint8Array]): Uint8Array[] {
  const head = Buffer.alloc(headBytes);
  head.write(hash, 'hex');
  head.writeUInt32LE(bytes.length, hashBytes);
  return [head, bytes];
}

export interface LoggedOriginal {
  readonly hash: string;
  readonly bytes: Uint8Array;
  /** Where the record ends in the log. */
  readonly end: number;
}

/** The whole records at the beginning of a log. One that a crash cut or garbled ends them. */
export function* recordsIn(log: Buffer): Generator<LoggedOriginal> {
  for (let at = 0; at + headBytes <= log.length;) {
    const hash = log.toString('hex', at, at + hashBytes);
    const start = at + headBytes;
    const end = start + log.readUInt32LE(at + hashBytes);
    const bytes = log.subarray(start, end);
    if (end > log.length || sha256(bytes) !== hash) return;
    yield { hash, bytes, end };
    at = end;
  }
}
