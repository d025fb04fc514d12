import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Decoded } from '../formats/format.ts';
import { detectEncoding } from './detect.ts';
import { undecodable } from './undecodable.ts';
import { decodeUtf32, type Utf32 } from './utf32.ts';

const isUtf32 = (encoding: string): encoding is Utf32 =>
  encoding === 'utf-32le' || encoding === 'utf-32be';

/**
 * The name under which Attache decodes what a person calls by any of its labels. Throws
 * `invalid-input` (with `field`) where there is none.
 */
export function encodingNamed(label: string, field = 'encoding'): string {
  const lower = label.trim().toLowerCase();
  if (isUtf32(lower)) return lower;
  try {
    return new TextDecoder(lower).encoding;
  } catch (error) {
    throw new AttacheError(
      'invalid-input',
      `Attache knows no text encoding named "${label}". Name one such as utf-8, windows-1252 or shift_jis.`,
      { field, cause: error },
    );
  }
}

type Decoder = InstanceType<typeof TextDecoder>;
const decoders = new Map<string, Decoder>();

/** A decoder keeps nothing from one whole text to the next, and making one costs more than using it. */
function decoderOf(encoding: string): Decoder {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) decoders.set(encoding, (decoder = new TextDecoder(encoding)));
  return decoder;
}

/**
 * Decodes bytes under the detected encoding, or the given label. Null where they are no text.
 * Throws `invalid-input` on an unknown label, `unsupported-format` where the encoding was
 * recognised and cannot be decoded; `name` is the file's, for the message.
 */
export function decodeText(bytes: Uint8Array, label?: string, name = 'The text'): Decoded | null {
  const detected =
    label === undefined
      ? detectEncoding(bytes)
      : { encoding: encodingNamed(label), confidence: null };
  if (detected === null) return null;
  const { encoding } = detected;
  const unread = undecodable[encoding];
  if (unread !== undefined) {
    throw new AttacheError(
      'unsupported-format',
      `"${name}" seems to be written in ${unread}, an encoding Attache cannot read. Save it as UTF-8 and import that.`,
    );
  }
  const text = isUtf32(encoding) ? decodeUtf32(bytes, encoding) : decoderOf(encoding).decode(bytes);
  return { text, ...detected };
}
