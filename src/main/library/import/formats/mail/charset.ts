import { detectEncoding } from '../../encoding/detect.ts';

const textPart = /^(content-type:[^\S\r\n]*text\/(?:plain|html))((?:[^\r\n]|\r?\n[ \t])*)/gim;
const named = /;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]+)/i;

/**
 * A message whose text parts name the charset its bytes are really in, or null where its bytes do
 * not tell: parts in base64 and quoted-printable hide theirs.
 */
export function withCharset(bytes: Uint8Array): Uint8Array | null {
  const detected = detectEncoding(bytes);
  if (detected === null || detected.encoding === 'utf-8') return null;
  const source = Buffer.from(bytes).toString('latin1');
  const charset = `; charset=${detected.encoding}`;
  const mended = source.replaceAll(
    textPart,
    (_part, type: string, parameters: string) =>
      `${type}${charset}${parameters.replace(named, '')}`,
  );
  if (mended !== source) return Buffer.from(mended, 'latin1');
  return Buffer.from(`Content-Type: text/plain${charset}\r\n${source}`, 'latin1');
}
