import { addresses } from './addresses.ts';
import type { Session } from './cdp.ts';
import { recorded } from './record.ts';
import type { RequestDetails, StandInSession } from './session.ts';

type Paused = Parameters<Parameters<typeof onPaused>[1]>[0];
const onPaused = (browser: Session, listener: (paused: PausedRequest) => void) =>
  browser.on('Fetch.requestPaused', listener);

/** The part of Chromium's event that matters here. */
interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
  };
}

const resourceTypes: Readonly<Record<string, RequestDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

/** Whether the app lets a page's own navigation happen; asked before its request is answered. */
export type MayNavigate = (frameId: string, address: string) => boolean;

/**
 * Puts the app's request filter and protocol handlers between Chromium and the world. One
 * interception on the browser's session covers pages and workers; WebSockets escape it.
 */
export async function intercept(
  browser: Session,
  session: StandInSession,
  mayNavigate: MayNavigate,
): Promise<void> {
  let count = 0;

  const fail = (requestId: string, errorReason: 'BlockedByClient' | 'Aborted') =>
    browser.send('Fetch.failRequest', { requestId, errorReason });

  const serve = async (paused: Paused, url: string) => {
    const handler = session.protocol.handlerOf(url);
    const { requestId, request } = paused;
    if (handler === null) return browser.send('Fetch.continueRequest', { requestId });
    const response = await handler(
      new Request(url, { method: request.method, headers: request.headers }),
    );
    return browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  };

  const decide = async (paused: Paused) => {
    const url = addresses.toApp(paused.request.url);
    const isDocument = paused.resourceType === 'Document';
    if (isDocument && !mayNavigate(paused.frameId, url)) return fail(paused.requestId, 'Aborted');
    const cancelled = await session.webRequest.cancels({
      id: ++count,
      url,
      method: paused.request.method,
      resourceType: isDocument ? 'mainFrame' : (resourceTypes[paused.resourceType] ?? 'other'),
      referrer: paused.request.headers['Referer'] ?? '',
      timestamp: Date.now(),
      uploadData: [],
    });
    recorded.requests.push({ url, cancelled });
    return cancelled ? fail(paused.requestId, 'BlockedByClient') : serve(paused, url);
  };

  onPaused(browser, (paused) => {
    // A request whose page has gone in the meantime cannot be answered any more.
    void decide(paused).catch(() => undefined);
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
