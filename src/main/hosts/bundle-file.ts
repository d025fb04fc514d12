import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface BundleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The path segments a URL's path names once decoded; null where one could leave the folder. */
function safeSegments(pathname: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const segments = decoded.split('/').filter((segment) => segment !== '');
  const unsafe = segments.some(
    (segment) => segment === '..' || segment === '.' || /[\0\\:]/u.test(segment),
  );
  return unsafe ? null : segments;
}

/**
 * The file of the renderer's bundle in `root` that a URL path names; `/` is `index.html`.
 * The path is decoded once, then checked, then resolved through links: null for anything
 * that is not a file of a known type inside `root`.
 */
export async function bundleFile(root: string, pathname: string): Promise<BundleFile | null> {
  const segments = safeSegments(pathname);
  if (segments === null) return null;
  const path = join(root, ...(segments.length === 0 ? ['index.html'] : segments));
  const type = contentTypes[extname(path)];
  if (type === undefined) return null;
  try {
    const [real, realRoot] = await Promise.all([realpath(path), realpath(root)]);
    if (!real.startsWith(realRoot + sep)) return null;
    return { bytes: new Uint8Array(await readFile(real)), type };
  } catch {
    return null;
  }
}
