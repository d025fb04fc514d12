import type { ServerResponse } from 'node:http';
import type { Answer } from '../../../shared/contract/answer.ts';
import type { ErrorCode } from '../../../shared/model/error-code.ts';
import { bundleFile } from '../bundle-file.ts';

/** HTTP status of the errors that have one of their own; the others are 422. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'invalid-input': 400,
  forbidden: 403,
  'not-found': 404,
  'unknown-method': 404,
  conflict: 409,
  'library-locked': 409,
  'target-exists': 409,
  'file-too-large': 413,
  internal: 500,
  'write-failed': 500,
  'not-available-yet': 501,
  'library-stopped': 503,
  'disk-full': 507,
};

export function sendAnswer(response: ServerResponse, answer: Answer, status?: number): void {
  const found = answer.ok ? 200 : (statuses[answer.error.code] ?? 422);
  response.writeHead(status ?? found, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(answer));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** The file of the page that `path` names, or 404. `head` leaves the body out. */
export async function sendPageFile(
  response: ServerResponse,
  root: string,
  path: string,
  head: boolean,
): Promise<void> {
  const file = await bundleFile(root, path);
  if (file === null) {
    sendText(response, 404, 'There is nothing at this address.');
    return;
  }
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length });
  response.end(head ? undefined : file.bytes);
}
