import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { HiddenRange, Mark } from '../../../../../shared/model/ranges.ts';
import { documentProperty } from '../../metadata/document-properties.ts';
import { LayerBuilder } from '../../text/layers.ts';
import type { Format, RawArticle } from '../format.ts';
import { furniture, linesOf, paragraphs, type PdfLine } from './pdf-lines.ts';

/** More pages than any article has; a time limit stops what is slower. */
const mostPages = 2000;

interface PdfText {
  readonly pages: PdfLine[][];
  readonly title: string;
  readonly author: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

async function readText(bytes: Uint8Array, name: string): Promise<PdfText> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
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
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item) => 'str' in item)));
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    const properties = info as Record<string, unknown>;
    return { pages, title: text(properties['Title']), author: text(properties['Author']) };
  } finally {
    await task.destroy();
  }
}

function refused(error: unknown, name: string): AttacheError {
  if (error instanceof AttacheError) return error;
  if ((error as Error | null)?.name === 'PasswordException') {
    return new AttacheError(
      'encrypted-file',
      `"${name}" is protected by a password. Save a copy without one and import that.`,
      { cause: error },
    );
  }
  return new AttacheError(
    'damaged-file',
    `"${name}" is not a PDF Attache can read: it is damaged or incomplete. Get it again from where it came from.`,
    { cause: error },
  );
}

function toArticle({ pages, title, author }: PdfText): RawArticle {
  const repeated = furniture(pages);
  const builder = new LayerBuilder();
  const hidden: HiddenRange[] = [];
  const marks: Mark[] = [];
  pages.forEach((lines, index) => {
    const placed = paragraphs(lines, repeated).flatMap(({ text, furniture }) => {
      const [run] = builder.add({ kind: 'paragraph', runs: [{ text, marks: [] }] });
      if (run === undefined) return [];
      if (furniture)
        hidden.push({ start: run.start, end: run.end, reason: 'repetition', by: 'rule' });
      return [run];
    });
    const [first, last] = [placed[0], placed.at(-1)];
    if (first !== undefined && last !== undefined) {
      marks.push({ kind: 'page', label: String(index + 1), start: first.start, end: last.end });
    }
  });
  const layers = builder.finish();
  return {
    ...layers,
    marks: [...layers.marks, ...marks],
    hidden,
    extracted: false,
    proposals: [
      ...(title === '' ? [] : documentProperty('title', title)),
      ...(author === '' ? [] : documentProperty('author', author)),
    ],
  };
}

/** PDF files with a text layer: hyphens at line ends joined, headers and footers hidden, pages marked. */
export const pdf: Format = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['pdf'],
  quick: false,
  matches: ({ head }) => Buffer.from(head.subarray(0, 1024)).includes('%PDF-'),
  async read({ name, bytes }) {
    let read: PdfText;
    try {
      read = await readText(bytes, name);
    } catch (error) {
      throw refused(error, name);
    }
    if (read.pages.every((lines) => lines.length === 0)) {
      throw new AttacheError(
        'no-text',
        `"${name}" has no text in it, only pictures of pages. It was left out.`,
      );
    }
    return { articles: [toArticle(read)] };
  },
};
