/**
 * Stock Chromium drops unknown schemes before they can be intercepted, so a page of
 * `app://bundle/` lives at `https://bundle.app.invalid/`. `.invalid` resolves nowhere.
 */
export class Addresses {
  readonly #schemes = new Set<string>();

  register(scheme: string): void {
    this.#schemes.add(scheme);
  }

  /** `app://bundle/x` as Chromium knows it; other addresses unchanged. */
  toChromium(address: string): string {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
    const [, scheme = '', host = '', rest = ''] = match ?? [];
    return this.#schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest}` : address;
  }

  /** The reverse. The path is not normalised: what Chromium sent is what the app sees. */
  toApp(address: string): string {
    const match = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(?::443)?(.*)$/is.exec(address);
    const [, host = '', scheme = '', rest = ''] = match ?? [];
    return this.#schemes.has(scheme) ? `${scheme}://${host}${rest}` : address;
  }

  /** The registered scheme of an address the app sees, or null. */
  schemeOf(address: string): string | null {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1] ?? '';
    return this.#schemes.has(scheme) ? scheme : null;
  }
}

export const addresses = new Addresses();
