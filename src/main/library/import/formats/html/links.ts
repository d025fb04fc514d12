/** An absolute http or https address, or null: no other scheme is kept from a page. */
export function absoluteHttp(href: string | null, base: string | null): string | null {
  if (href === null || href.trim() === '' || href.startsWith('#')) return null;
  try {
    const url = base === null ? new URL(href) : new URL(href, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
