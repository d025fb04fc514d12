import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Decoded } from '../formats/format.ts';
import { detectEncoding } from './detect.ts';

/** Decodes bytes under the detected encoding, or the given WHATWG label. Null where they are no text. */
export function decodeText(bytes: Uint8Array, label?: string): Decoded | null {
  const encoding = label ?? detectEncoding(bytes);
  if (encoding === null) return null;
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  } catch (error) {
    throw new AttacheError('invalid-input', `Attache knows no text encoding named "${encoding}".`, {
      field: 'encoding',
      cause: error,
    });
  }
}
