import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sendText } from './respond.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The file in `root` a request path names, or null. The path is decoded once and then judged, so
 * that `..%2f` is what it says; links that lead out of `root` are not followed.
 */
export async function fileIn(root: string, requestPath: string): Promise<string | null> {
  try {
    const decoded = decodeURIComponent(requestPath);
    if (/[\\\0]/.test(decoded) || decoded.split('/').includes('..')) return null;
    const home = await realpath(root);
    const file = await realpath(join(home, decoded === '/' ? 'index.html' : decoded));
    if (!file.startsWith(home + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Sends a file of `root`, or 404. `head` leaves the body out. */
export async function sendFile(
  response: ServerResponse,
  root: string,
  requestPath: string,
  head: boolean,
): Promise<void> {
  const file = await fileIn(root, requestPath);
  if (file === null) {
    sendText(response, 404, 'There is nothing at this address.');
    return;
  }
  const { size } = await stat(file);
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': size,
  });
  if (head) response.end();
  else await pipeline(createReadStream(file), response);
}
