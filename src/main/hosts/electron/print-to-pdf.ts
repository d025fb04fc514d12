import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { bundleAddress } from './protocol.ts';
import { printedPagePreferences } from './window.ts';

/** Pages that are being printed, served under addresses of the bundle that nobody else can guess. */
export interface Printer {
  /** The page at an address of the bundle while it is printed; null for every other address. */
  readonly pageAt: (address: string) => Uint8Array | null;
  /**
   * Prints a page that needs no script with Electron's own engine. Rejects with `write-failed`.
   */
  readonly print: (html: Uint8Array) => Promise<Uint8Array>;
}

const limitMs = 60_000;

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('It took longer than a minute.')), limitMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A printer whose pages live in hidden windows that run no script and are closed at once. */
export function createPrinter(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
): Printer {
  const pages = new Map<string, Uint8Array>();
  return {
    pageAt: (address) => pages.get(address) ?? null,
    async print(html) {
      const address = `${bundleAddress}print/${crypto.randomUUID()}`;
      pages.set(address, html);
      const window = new Window({ show: false, webPreferences: printedPagePreferences });
      try {
        await within(window.loadURL(address));
        const options = {
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        };
        return new Uint8Array(await within(window.webContents.printToPDF(options)));
      } catch (cause) {
        throw new AttacheError(
          'write-failed',
          'The PDF could not be printed. Export HTML and print it from your browser, or export Word.',
          { cause },
        );
      } finally {
        window.destroy();
        pages.delete(address);
      }
    },
  };
}
