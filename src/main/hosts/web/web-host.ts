import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Library } from '../../library/library.ts';
import { pageHeaders } from '../page-headers.ts';
import { answerApi } from './api.ts';
import { eventStreams, type EventStreams } from './event-stream.ts';
import { createSession, credentialOf, refusal, sameSecret, type Session } from './guard.ts';
import { sendAnswer, sendPageFile, sendText } from './respond.ts';

export interface WebLimits {
  /** Bytes of a request's body. */
  readonly maximumBody: number;
  readonly maximumConnections: number;
  readonly headersTimeoutMs: number;
  /** For a whole request with its body. */
  readonly requestTimeoutMs: number;
}

const usualLimits: WebLimits = {
  maximumBody: 256 * 1024 * 1024,
  maximumConnections: 2000,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 120_000,
};

/**
 * Longer than a busy machine stands still: a server that was not given the processor would take a
 * connection for idle whose next request already lies there, and reset it.
 */
const keepAliveMs = 75_000;

/** Where the one stream of events is; the second for programs that know `/api/` only. */
const eventPaths: ReadonlySet<string> = new Set(['/events', '/api/events']);

/** How long a stopping server waits for the answers it still owes. */
const closeWithinMs = 3000;

export interface WebHostOptions {
  readonly library: Library;
  /** Folder of the built page. */
  readonly renderer: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly limits?: Partial<WebLimits>;
}

export interface WebHost {
  /** The address to open, with the token in it. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** Answers what has been asked, then stops. The library stays open. */
  close(): Promise<void>;
}

interface Site extends WebHostOptions {
  readonly session: Session;
  readonly events: EventStreams;
  readonly maximumBody: number;
}

/** The token in the address becomes a cookie, and leaves the address and the browser's history. */
function signIn(response: ServerResponse, token: string, session: Session): void {
  if (!sameSecret(token, session.token)) {
    sendText(response, 401, 'This address is of an earlier start. Open the one printed last.');
    return;
  }
  response.writeHead(303, {
    Location: '/',
    'Set-Cookie': `${session.cookieName}=${session.cookieValue}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end();
}

function refuse(response: ServerResponse, path: string, status: number, message: string): void {
  if (!path.startsWith('/api/')) sendText(response, status, message);
  else sendAnswer(response, { ok: false, error: { code: 'forbidden', message } }, status);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
): Promise<void> {
  for (const [name, value] of Object.entries({ ...pageHeaders, 'Cache-Control': 'no-cache' }))
    response.setHeader(name, value);
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const reason = refusal(request, site.session);
  if (reason !== null) {
    response.setHeader('Connection', 'close');
    return refuse(response, path, 403, reason);
  }
  const { method = '' } = request;
  const reads = method === 'GET' || method === 'HEAD';
  const token = new URLSearchParams(search).get('token');
  if (path === '/' && reads && token !== null) return signIn(response, token, site.session);

  const credential = credentialOf(request, site.session);
  if (credential === null) {
    response.setHeader('Connection', 'close');
    return refuse(response, path, 401, 'Open the address Attache printed when it started.');
  }
  if (path.startsWith('/api/') && method === 'POST') {
    return answerApi(request, response, path.slice('/api/'.length), credential, site);
  }
  if (reads && eventPaths.has(path)) return site.events.open(response, method === 'HEAD');
  if (path.startsWith('/api/') || !reads) {
    response.setHeader('Allow', path.startsWith('/api/') ? 'POST' : 'GET, HEAD');
    return refuse(response, path, 405, 'Methods are called with POST /api/METHOD.');
  }
  return sendPageFile(response, site.renderer, path, method === 'HEAD');
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new AttacheError('conflict', `Port ${port} is taken by another program. Name another.`);
  }
}

/** Serves the page and the methods on 127.0.0.1. Throws `conflict` where the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const limits = { ...usualLimits, ...options.limits };
  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.min(1000, limits.requestTimeoutMs),
  });
  server.maxConnections = limits.maximumConnections;
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const session = createSession(port);
  const events = eventStreams(options.library);
  const site = { ...options, session, events, maximumBody: limits.maximumBody };
  server.on('request', (request, response) => {
    answer(request, response, site).catch(() => response.destroy());
  });
  return {
    url: `http://${session.authority}/?token=${session.token}`,
    token: session.token,
    port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      events.close();
      const giveUp = setTimeout(() => server.closeAllConnections(), closeWithinMs);
      await closed;
      clearTimeout(giveUp);
    },
  };
}
