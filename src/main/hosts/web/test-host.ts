import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../library/library.ts';
import { testPorts } from '../../library/test-library.ts';
import { createParserPool } from '../../worker/parser-pool.ts';
import { startWebHost, type WebLimits } from './web-host.ts';

/** A web host on a real library, with a small page; `dispose` stops and removes it. */
export async function testHost(limits: Partial<WebLimits> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'attache-web-'));
  const renderer = join(home, 'renderer');
  mkdirSync(renderer);
  writeFileSync(join(renderer, 'index.html'), '<title>Attache</title>');
  writeFileSync(join(home, 'secret.js'), 'secret');
  const parse = createParserPool(new URL('../../parser-worker.ts', import.meta.url));
  const library = openLibrary(join(home, 'library'), testPorts(parse));
  const host = await startWebHost({ library, renderer, port: 0, limits });
  const origin = `http://127.0.0.1:${host.port}`;
  const signedIn = await fetch(host.url, { redirect: 'manual' });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    home,
    host,
    library,
    origin,
    /** `name=value` of a signed-in page. */
    cookie,
    /** A call as the page makes it. */
    page: (path: string, headers: Record<string, string> = {}, body = '{}') =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json', ...headers },
        body,
      }),
    /** A call as a script makes it. */
    script: (path: string, body = '{}') =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${host.token}` },
        body,
      }),
    /** Sends these bytes as they are and answers with all that comes back until the end. */
    raw: (text: string) => rawExchange(host.port, text),
    async dispose() {
      await host.close();
      await library.close();
      await parse.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type TestHost = Awaited<ReturnType<typeof testHost>>;

function rawExchange(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => (received += String(chunk)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(received));
  });
}
