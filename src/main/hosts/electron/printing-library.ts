import { methods, type Output, type Parsed } from '../../../shared/contract/methods.ts';
import { deliver } from '../../library/export/deliver.ts';
import type { Library } from '../../library/library.ts';
import type { Printer } from './print-to-pdf.ts';

type Wanted = Parsed<'export.briefing'>;

/** The input of a call that asks for a PDF; null for every other call. */
function wantedPdf(method: string, input: unknown): Wanted | null {
  if (method !== 'export.briefing') return null;
  const { success, data } = methods[method].input.safeParse(input);
  return success && data.format === 'pdf' ? data : null;
}

/**
 * The library, but for briefings as PDF: they are written as HTML by the library and printed by
 * Electron itself, so that the desktop app needs no other browser.
 */
export function withOwnPrinting(library: Library, { print }: Pick<Printer, 'print'>): Library {
  return {
    on: (listener) => library.on(listener),
    close: () => library.close(),
    async call(method, input, signal, made) {
      const wanted = wantedPdf(method, input);
      if (wanted === null) return library.call(method, input, signal, made);
      const { path, ...rest } = wanted;
      const page = (await library.call(
        method,
        { ...rest, format: 'html' },
        signal,
      )) as Output<'export.briefing'>;
      if (!('base64' in page)) throw new Error('Expected the bytes of a page.');
      const bytes = await print(Buffer.from(page.base64, 'base64'));
      return deliver({ name: page.name.replace(/\.html$/u, '.pdf'), bytes }, path);
    },
  };
}
