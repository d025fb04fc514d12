import type { IncomingMessage } from 'node:http';
import { AttacheError } from '../../../shared/contract/errors.ts';

const tooLarge = (limit: number) =>
  new AttacheError(
    'file-too-large',
    `The request is larger than ${Math.floor(limit / 1024 / 1024)} MB. Send fewer files at a time.`,
  );

/**
 * The JSON value of a request's body; `{}` where it is empty or blank. Throws `file-too-large` without
 * reading on, and `invalid-input` where it is not UTF-8 JSON.
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw new AttacheError('invalid-input', 'The body of the request is not JSON in UTF-8.', {
      cause: error,
    });
  }
}
