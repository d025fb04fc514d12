import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** How a request proved who it is: a script by its token, the page by its cookie, or not at all. */
export type Credential = 'token' | 'cookie' | null;

/** The keys of one running server. */
export interface Session {
  /** `127.0.0.1:PORT`, as printed. */
  readonly authority: string;
  /** Every `Host` that is answered: the printed one, and `localhost:PORT`, which people type. */
  readonly hosts: ReadonlySet<string>;
  /** In the printed address, and for scripts as `Authorization: Bearer`. */
  readonly token: string;
  readonly cookieName: string;
  readonly cookieValue: string;
}

const secret = () => randomBytes(32).toString('base64url');

/** Cookies ignore ports, so each server names its own. */
export function createSession(port: number): Session {
  return {
    authority: `127.0.0.1:${port}`,
    hosts: new Set([`127.0.0.1:${port}`, `localhost:${port}`]),
    token: secret(),
    cookieName: `attache-${port}`,
    cookieValue: secret(),
  };
}

/** Compares without telling by its duration how much was right. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function headerValues(request: IncomingMessage, name: string): string[] {
  const raw = request.rawHeaders;
  return raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name);
}

/** Whether `origin` is that of a page served under the very name this request came by. */
const isOwnOrigin = (request: IncomingMessage, origin: string | undefined): boolean =>
  origin === `http://${request.headers.host}`;

/**
 * Why a request must not be answered at all, or null. Refuses what another site, another name
 * for this machine (DNS rebinding) or a proxy would send.
 */
export function refusal(request: IncomingMessage, { authority, hosts }: Session): string | null {
  const [host, ...more] = headerValues(request, 'host');
  if (host === undefined || more.length > 0 || !hosts.has(host)) {
    return `Only http://${authority} is served.`;
  }
  if (!/^\/(?!\/)/.test(request.url ?? '')) return 'The address must be a path.';
  if (request.headers.upgrade !== undefined) return 'Upgrades are not served.';
  const origins = headerValues(request, 'origin');
  if (origins.some((origin) => !isOwnOrigin(request, origin))) {
    return 'Requests of other sites are not served.';
  }
  const site = request.headers['sec-fetch-site'] ?? 'none';
  if (site !== 'same-origin' && site !== 'none') return 'Requests of other sites are not served.';
  return null;
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  return request.headers.cookie
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];
}

/** A wrong token is not made good by a right cookie. */
export function credentialOf(request: IncomingMessage, session: Session): Credential {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) {
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    return sameSecret(given, session.token) ? 'token' : null;
  }
  const given = cookie(request, session.cookieName);
  return given !== undefined && sameSecret(given, session.cookieValue) ? 'cookie' : null;
}

/**
 * Whether our own page sent this request, as the browser itself says, or no page did: every browser
 * names the origin of a POST, so that one without any word of it is a script's that holds the cookie.
 */
export function isOwnPage(request: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && site === undefined) return true;
  return isOwnOrigin(request, origin) || site === 'same-origin';
}
