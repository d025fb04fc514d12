import type { Protocol } from 'electron';
import { bundleFile } from '../bundle-file.ts';
import { pageHeaders } from '../page-headers.ts';

/** Where the page lives. Never `file://`: a page from a file could read other files. */
export const bundleScheme = 'app';
const bundleHost = 'bundle';
export const bundleAddress = `${bundleScheme}://${bundleHost}/`;

/** True for addresses of Attache's own page and its parts. */
export const isBundleAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${bundleScheme}:` && url.host === bundleHost;
};

/** Makes `app:` a standard, secure scheme. Must run before the app is ready. */
export function registerBundleScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>) {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: bundleScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** A printed page holds its own style sheet, runs nothing and asks for nothing. */
const printedHeaders = {
  ...pageHeaders,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'content-type': 'text/html; charset=utf-8',
};

/**
 * Answers requests for `app://bundle/…` from the folder `root`, and those for the address of a page
 * that is being printed with that page; nothing else.
 */
export function serveBundle(
  protocol: Pick<Protocol, 'handle'>,
  root: string,
  pageAt: (address: string) => Uint8Array | null,
) {
  protocol.handle(bundleScheme, async (request) => {
    const printed = request.method === 'GET' ? pageAt(request.url) : null;
    if (printed !== null) return new Response(Buffer.from(printed), { headers: printedHeaders });
    const file =
      request.method === 'GET' && isBundleAddress(request.url)
        ? await bundleFile(root, new URL(request.url).pathname)
        : null;
    return file === null
      ? new Response(null, { status: 404, headers: pageHeaders })
      : new Response(file.bytes, { headers: { ...pageHeaders, 'content-type': file.type } });
  });
}
