import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startWebHost } from './web-host.ts';
import { testHost, type TestHost } from './test-host.ts';

let site: TestHost;
beforeAll(async () => {
  site = await testHost();
});
afterAll(() => site.dispose());

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

/** A signed-in request line by line, `Host` left to the case. */
const request = (line: string, ...headers: string[]) =>
  [line, ...headers, `Cookie: ${site.cookie}`, 'Connection: close', '', ''].join('\r\n');

describe('signing in', () => {
  test('the token becomes a cookie no script and no other site can use, and leaves the address', async () => {
    const response = await fetch(site.host.url, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
    expect(response.headers.get('set-cookie')).toMatch(
      /^attache-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(response.headers.get('set-cookie')).not.toContain(site.host.token);
  });

  test.each(['', 'x', 'A'.repeat(43), '%00', 'undefined'])('token guess "%s"', async (guess) => {
    const response = await fetch(`${site.origin}/?token=${guess}`, { redirect: 'manual' });
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test.each(['/', '/events', '/index.html'])('%s without a cookie', async (path) => {
    expect((await fetch(site.origin + path)).status).toBe(401);
  });

  test('the page and its methods with the cookie', async () => {
    const page = await fetch(`${site.origin}/`, { headers: { cookie: site.cookie } });
    expect(await page.text()).toContain('Attache');
    const answer = await site.page('/api/library.info');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true, value: { counts: { articles: 0 } } });
  });

  test('what a call wrote comes with its entry in the history', async () => {
    const made = await site.page('/api/notes.create', {}, '{"title":"Quay"}');
    const { entry } = (await made.json()) as { entry: number };
    const undone = await site.page('/api/history.undo', {}, JSON.stringify({ id: entry }));
    expect(await undone.json()).toMatchObject({ ok: true, value: { id: entry } });
  });

  test('every answer carries the security headers', async () => {
    for (const path of ['/', '/none.js', '/api/library.info', '/events?x']) {
      const { headers, body } = await fetch(site.origin + path, {
        headers: { cookie: site.cookie },
      });
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      await body?.cancel();
    }
  });
});

describe('only its own address is answered', () => {
  const own = () => `Host: 127.0.0.1:${site.host.port}`;

  test('as a control, the same request with the right Host is answered', async () => {
    expect(statusOf(await site.raw(request('GET / HTTP/1.1', own())))).toBe(200);
  });

  test.each([
    ['evil Host', () => request('GET / HTTP/1.1', `Host: evil.example:${site.host.port}`)],
    ['Host without the port', () => request('GET / HTTP/1.1', 'Host: 127.0.0.1')],
    [
      'another name of this computer',
      () => request('GET / HTTP/1.1', `Host: ip6-localhost:${site.host.port}`),
    ],
    [
      'a name under localhost',
      () => request('GET / HTTP/1.1', `Host: x.localhost:${site.host.port}`),
    ],
    ['localhost on another port', () => request('GET / HTTP/1.1', 'Host: localhost:1')],
    ['localhost without the port', () => request('GET / HTTP/1.1', 'Host: localhost')],
    ['decimal address', () => request('GET / HTTP/1.1', `Host: 2130706433:${site.host.port}`)],
    ['trailing dot', () => request('GET / HTTP/1.1', `Host: 127.0.0.1.:${site.host.port}`)],
    ['two Host lines', () => request('GET / HTTP/1.1', own(), 'Host: evil.example')],
    ['the same Host twice', () => request('GET / HTTP/1.1', own(), own())],
    ['no Host', () => request('GET / HTTP/1.1')],
    ['no Host, HTTP/1.0', () => request('GET / HTTP/1.0')],
    ['empty Host', () => request('GET / HTTP/1.1', 'Host:')],
    ['absolute form', () => request(`GET ${site.origin}/ HTTP/1.1`, own())],
    ['absolute form of another site', () => request('GET http://evil.example/ HTTP/1.1', own())],
    ['network path', () => request('GET //evil.example/ HTTP/1.1', own())],
    ['asterisk form', () => request('OPTIONS * HTTP/1.1', own())],
    ['CONNECT', () => request('CONNECT evil.example:443 HTTP/1.1', own())],
    [
      'WebSocket',
      () =>
        request(
          'GET /events HTTP/1.1',
          own(),
          'Upgrade: websocket',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Version: 13',
        ).replace('Connection: close', 'Connection: Upgrade'),
    ],
  ])('%s', async (_name, text) => {
    const answer = await site.raw(text());
    expect([0, 400, 403]).toContain(statusOf(answer));
    expect(answer).not.toContain('<title>');
  });
});

describe('localhost, as people type it', () => {
  const local = () => `localhost:${site.host.port}`;

  test('is answered like the printed address', async () => {
    const page = await site.raw(request('GET / HTTP/1.1', `Host: ${local()}`));
    expect(statusOf(page)).toBe(200);
    const call = (origin: string) =>
      site.raw(
        request(
          'POST /api/library.info HTTP/1.1',
          `Host: ${local()}`,
          `Origin: http://${origin}`,
          'Content-Type: application/json',
          'Content-Length: 0',
        ),
      );
    expect(statusOf(await call(local()))).toBe(200);
    // Each of the two names is another site to the other.
    expect(statusOf(await call(`127.0.0.1:${site.host.port}`))).toBe(403);
  });
});

describe('other sites', () => {
  /** As a script sends it: nothing but the cookie and what is given. */
  const post = (headers: Record<string, string>, path = '/api/library.info', body = '{}') =>
    fetch(`${site.origin}${path}`, {
      method: 'POST',
      headers: { cookie: site.cookie, 'content-type': 'application/json', ...headers },
      body,
    });

  test.each([
    ['Origin null', { origin: 'null' }],
    ['evil Origin', { origin: 'http://evil.example' }],
    ['Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['Origin over https', { origin: 'https://127.0.0.1' }],
    ['cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['same-site fetch, from another port', { 'sec-fetch-site': 'same-site' }],
    ['form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['multipart form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['text form', { 'content-type': 'text/plain' }],
    ['a type that only begins like JSON', { 'content-type': 'application/json-patch' }],
    ['wrong token beside the cookie', { authorization: 'Bearer x' }],
    ['empty token beside the cookie', { authorization: 'Bearer ' }],
    ['another scheme beside the cookie', { authorization: 'Basic eDp5' }],
  ])('%s', async (_name, headers) => {
    const response = await site.page('/api/library.info', headers);
    expect([401, 403]).toContain(response.status);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test('a page that hides where it is, with the cookie', async () => {
    const response = await post({ 'sec-fetch-site': 'none' });
    expect(response.status).toBe(403);
  });

  test('a script that holds the cookie is no other site, and names no files either', async () => {
    expect((await post({})).status).toBe(200);
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(403);
    const body = JSON.stringify({ sources: [{ path: '/etc/hosts' }] });
    expect((await post({}, '/api/import.run', body)).status).toBe(403);
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s on a method', async (method) => {
    const response = await fetch(`${site.origin}/api/library.info`, {
      method,
      headers: { cookie: site.cookie, origin: site.origin },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  test('a script element of another site', async () => {
    const response = await fetch(`${site.origin}/index.html`, {
      headers: { cookie: site.cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' },
    });
    expect(response.status).toBe(403);
  });
});

describe('files', () => {
  test.each(['/../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '/..%5csecret.js', '/%00'])(
    '%s is not served',
    async (path) => {
      const host = `Host: 127.0.0.1:${site.host.port}`;
      const answer = await site.raw(request(`GET ${path} HTTP/1.1`, host));
      expect(statusOf(answer)).toBe(404);
      expect(answer).not.toContain('secret\n');
    },
  );

  test.each([
    ['import.run', { sources: [{ path: '/etc/hostname' }] }],
    ['import.run', { sources: [{ path: '/etc/hostname', name: 'x', text: 'y' }] }],
    ['import.preview', { sources: [{ name: 'a', text: 'b' }, { path: '/etc' }] }],
    ['export.briefing', { id: 'x', format: 'md', path: '/tmp/attache-out.md' }],
    ['export.bundle', { path: '/tmp/attache-out' }],
  ])('%s may not name a path with the cookie', async (method, input) => {
    const response = await site.page(`/api/${method}`, {}, JSON.stringify(input));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test('with the token a path is taken', async () => {
    const path = `${site.home}/missing.txt`;
    const response = await site.script('/api/import.run', JSON.stringify({ sources: [{ path }] }));
    expect(await response.json()).toMatchObject({
      ok: true,
      value: { imported: [], failed: [{ code: 'not-found' }] },
    });
  });
});

describe('limits', () => {
  let small: TestHost;
  beforeAll(async () => {
    small = await testHost({
      maximumBody: 1000,
      maximumConnections: 20,
      headersTimeoutMs: 200,
      requestTimeoutMs: 300,
    });
  });
  afterAll(() => small.dispose());

  const head = (...headers: string[]) =>
    [
      'POST /api/notes.create HTTP/1.1',
      `Host: 127.0.0.1:${small.host.port}`,
      `Authorization: Bearer ${small.host.token}`,
      ...headers,
      '',
      '',
    ].join('\r\n');

  test('a body said to be too large is refused before it is sent', async () => {
    const answer = await small.raw(head('Content-Length: 1073741824'));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain('file-too-large');
  });

  test('a body that grows too large is cut off', async () => {
    const chunk = `3e8\r\n${'x'.repeat(1000)}\r\n`;
    expect(statusOf(await small.raw(head('Transfer-Encoding: chunked') + chunk + chunk))).toBe(413);
  });

  test('a body that does not come', async () => {
    expect(statusOf(await small.raw(`${head('Content-Length: 10')}{`))).toBe(408);
  });

  test('headers that do not come', async () => {
    expect(statusOf(await small.raw('GET / HTTP/1.1\r\nHost: '))).toBe(408);
  });

  test('a thousand connections leave the server working', async () => {
    const sockets: Socket[] = [];
    for (let n = 0; n < 1000; n++) {
      const socket = connect(small.host.port, '127.0.0.1').resume();
      socket.on('error', () => socket.destroy());
      sockets.push(socket);
    }
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
    expect((await small.script('/api/library.info')).status).toBe(200);
  });

  test('nothing of it was stored', async () => {
    const { value } = (await (await small.script('/api/notes.list')).json()) as {
      value: { total: number };
    };
    expect(value.total).toBe(0);
    expect(readdirSync(`${small.home}/library/originals`)).toEqual([]);
  });
});

test.each(['', '  ', '\n'])('a body of no words (%j) is an input without fields', async (body) => {
  const response = await site.script('/api/library.info', body);
  expect(await response.json()).toMatchObject({ ok: true, value: { counts: { articles: 0 } } });
});

test('a question whose asker has gone need not be answered; a command is done all the same', async () => {
  const gone = new Map<string, boolean>();
  const asked = new Map<string, () => void>();
  const library = {
    on: () => () => undefined,
    close: () => Promise.resolve(),
    call: (method: string, _input: unknown, signal?: AbortSignal) => {
      asked.get(method)?.();
      return new Promise<void>((resolve) => {
        setTimeout(() => {
          gone.set(method, signal?.aborted === true);
          resolve();
        }, 300);
      });
    },
  };
  const host = await startWebHost({ library, renderer: site.home, port: 0 });
  for (const method of ['articles.list', 'notes.create']) {
    const leaving = new AbortController();
    const begun = new Promise<void>((resolve) => asked.set(method, resolve));
    const left = fetch(`http://127.0.0.1:${host.port}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}` },
      body: '{}',
      signal: leaving.signal,
    }).catch(() => 'left');
    await begun;
    leaving.abort();
    expect(await left).toBe('left');
  }
  await vi.waitFor(() => expect(gone.size).toBe(2));
  expect([...gone]).toEqual([
    ['articles.list', true],
    ['notes.create', false],
  ]);
  await host.close();
});

test('a body that is not JSON, or not UTF-8, is refused', async () => {
  const send = (body: string | Uint8Array<ArrayBuffer>) =>
    fetch(`${site.origin}/api/library.info`, {
      method: 'POST',
      headers: { authorization: `Bearer ${site.host.token}` },
      body,
    });
  for (const body of ['{', new Uint8Array([0x22, 0xff, 0x22])]) {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
});

describe('events', () => {
  test.each(['/events', '/api/events'])('HEAD %s is answered and ended', async (path) => {
    const answer = await site.raw(
      request(`HEAD ${path} HTTP/1.1`, `Host: 127.0.0.1:${site.host.port}`),
    );
    expect(statusOf(answer)).toBe(200);
    expect(answer).toMatch(/content-type: text\/event-stream.*\r\n\r\n$/isu);
  });

  test.each(['/events', '/api/events'])('a command is told on the stream of %s', async (path) => {
    const response = await fetch(site.origin + path, { headers: { cookie: site.cookie } });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream());
    await site.script('/api/settings.set', '{"theme":"dark"}');
    let received = '';
    for await (const text of reader) {
      received += text;
      if (received.includes('settings')) break;
    }
    expect(received).toContain('data: {"type":"changed","topics":["settings"]}\n\n');
  });
});
