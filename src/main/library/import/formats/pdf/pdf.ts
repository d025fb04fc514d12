import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { Proposal } from '../../../../../shared/model/import.ts';
import type { HiddenRange, Mark } from '../../../../../shared/model/ranges.ts';
import { documentProperty } from '../../metadata/document-properties.ts';
import { LayerBuilder } from '../../text/layers.ts';
import type { Format, RawArticle } from '../format.ts';
import { absoluteHttp } from '../html/links.ts';
import { readingOrder } from './columns.ts';
import { fragmentsOf, type Fragment } from './fragments.ts';
import { furnitureOf, printedAddress } from './furniture.ts';
import { joinerOf } from './hyphens.ts';
import { bullet, paragraphsOf, type PdfParagraph } from './paragraphs.ts';

/** More pages than any article has; a time limit stops what is slower. */
const mostPages = 2000;

interface PdfText {
  readonly pages: Fragment[][];
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
    const pages: Fragment[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(fragmentsOf(items.filter((item) => 'str' in item)));
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

/** Letters so much larger than most are a heading's. */
const headingSize = 1.15;
const longestHeading = 200;

/** The size most of the text is set in. */
function bodySize(paragraphs: readonly PdfParagraph[]): number {
  const lengths = new Map<number, number>();
  for (const { parts, size } of paragraphs) {
    const length = parts.reduce((sum, part) => sum + part.text.length, 0);
    const key = Math.round(size * 2) / 2;
    lengths.set(key, (lengths.get(key) ?? 0) + length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function shapeOf({ parts, size }: PdfParagraph, body: number, largest: number) {
  const length = parts.reduce((sum, part) => sum + part.text.length, 0);
  if (bullet.test(parts[0]?.text ?? '')) return { kind: 'list-item', level: 1 } as const;
  if (size < body * headingSize || length > longestHeading) return { kind: 'paragraph' } as const;
  return { kind: 'heading', level: size > largest * 0.95 ? 1 : 2 } as const;
}

/** The address under the pages that a browser printed. */
function addressProposal(address: string, words: string): Proposal[] {
  const value = absoluteHttp(address, null);
  const start = words.indexOf(address);
  if (value === null || start === -1) return [];
  const evidence = { text: address.slice(0, 300), start, end: start + address.length };
  return [{ field: 'URL', value, certain: true, evidence: { rule: 'page-footer', ...evidence } }];
}

/** Builds the article page by page: furniture stands with its page, hidden. */
function toArticle({ pages, title, author }: PdfText): RawArticle {
  const furniture = furnitureOf(pages);
  const ordered = pages.map((page) =>
    readingOrder(page.filter((fragment) => !furniture.has(fragment))),
  );
  const join = joinerOf(pages.flat().map(({ text }) => text));
  const paragraphs = paragraphsOf(ordered, join);
  const body = bodySize(paragraphs);
  const largest = Math.max(0, ...paragraphs.map(({ size }) => size));
  const builder = new LayerBuilder();
  const hidden: HiddenRange[] = [];
  const places: { start: number; end: number }[][] = pages.map(() => []);
  let next = 0;
  pages.forEach((fragments, index) => {
    for (let at = paragraphs[next]; at?.parts[0]?.page === index + 1; at = paragraphs[next]) {
      next += 1;
      const runs = at.parts.map((part) => ({ ...part, marks: [] }));
      for (const { run, start, end } of builder.add({ ...shapeOf(at, body, largest), runs })) {
        places[run.page - 1]?.push({ start, end });
      }
    }
    for (const { text } of fragments.filter((fragment) => furniture.has(fragment))) {
      const [placed] = builder.add({ kind: 'paragraph', runs: [{ text, marks: [] }] });
      if (placed === undefined) continue;
      const { start, end } = placed;
      hidden.push({ start, end, reason: 'repetition', by: 'rule' });
      if (ordered[index]?.length === 0) places[index]?.push({ start, end });
    }
  });
  const marks = places.flatMap((all, index): Mark[] => {
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ kind: 'page', label: String(index + 1), start: first.start, end: last.end }];
  });
  const layers = builder.finish();
  const address = printedAddress(furniture);
  return {
    ...layers,
    marks: [...layers.marks, ...marks],
    hidden,
    extracted: false,
    proposals: [
      ...(title === '' ? [] : documentProperty('title', title)),
      ...(author === '' ? [] : documentProperty('author', author)),
      ...(address === null ? [] : addressProposal(address, layers.text)),
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
