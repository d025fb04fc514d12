import { AttacheError } from '../../../../../shared/contract/errors.ts';
import { CharacterMaps } from './character-maps.ts';
import { fragmentsOf, leftFirst, type Fragment } from './fragments.ts';
import { uprightPieces } from './pieces.ts';

/** More pages than any article has; a time limit stops what is slower. */
const mostPages = 2000;

/** The text layer of a page. */
export interface PageText {
  /** Words of the lines that run as most of the page does. */
  readonly fragments: readonly Fragment[];
  /** Words of lines across them: a watermark, a stamp at the margin, a table on its side. */
  readonly across: readonly Fragment[];
}

export interface PdfText {
  readonly pages: readonly PageText[];
  readonly title: string;
  readonly author: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * The text layer of a PDF, page by page, and its properties. Rejects with `file-too-large`, and as
 * pdf.js does where the file is protected or damaged.
 */
export async function readPages(bytes: Uint8Array, name: string): Promise<PdfText> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: CharacterMaps,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) {
      throw new AttacheError(
        'file-too-large',
        `"${name}" has ${document.numPages} pages; Attache reads up to ${mostPages}. Split it and import the parts.`,
      );
    }
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const { main, across } = uprightPieces(items.filter((item) => 'str' in item));
      pages.push({ fragments: leftFirst(fragmentsOf(main)), across: across.flatMap(fragmentsOf) });
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    const properties = info as Record<string, unknown>;
    return { pages, title: text(properties['Title']), author: text(properties['Author']) };
  } finally {
    await task.destroy();
  }
}
