/** Parameters that say how a reader came to a page, not which page it is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ns_\w+)$/i;
const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S+)$/i;

/**
 * The ways in which one address may be written: with and without `www.`, a slash at the end, the
 * fragment and tracking parameters; a DOI as a link or by its prefix. Empty where it is none.
 */
export function addressesOf(written: string): string[] {
  const variants = variantsOf(written);
  return variants.length === 0 ? [] : [...new Set([written, ...variants])];
}

/**
 * One way to write an address for all of those `addressesOf` gives, or null: a home page is the
 * address of no article. Case means nothing in a DOI.
 */
export function addressKey(written: string): string | null {
  const [first] = variantsOf(written);
  if (first === undefined || (URL.parse(first)?.pathname === '/' && !first.includes('?')))
    return null;
  return doi.test(first) ? first.toLowerCase() : first;
}

/** An address without what says how a reader came to it; as it is where it is none. */
export function withoutTracking(written: string): string {
  const url = URL.parse(written);
  if (url === null) return written;
  const found = [...url.searchParams.keys()].filter((parameter) => tracking.test(parameter));
  if (found.length === 0) return written;
  for (const parameter of found) url.searchParams.delete(parameter);
  return url.href;
}

function variantsOf(written: string): string[] {
  const name = doi.exec(written.trim())?.[1];
  if (name !== undefined) {
    return [`https://doi.org/${name}`, `http://dx.doi.org/${name}`, `doi:${name}`, name];
  }
  if (!URL.canParse(written)) return [];
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return [];
  url.hash = '';
  const reader = [...url.searchParams.keys()].filter((parameter) => tracking.test(parameter));
  for (const parameter of reader) url.searchParams.delete(parameter);
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  return ['https:', 'http:'].flatMap((protocol) =>
    [host, `www.${host}`].flatMap((server) =>
      [path, `${path}/`].map((place) => `${protocol}//${server}${place}${url.search}`),
    ),
  );
}
