import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { Format } from '../format.ts';
import { articleOfPages } from './article-of-pages.ts';
import { readPages, type PdfText } from './read-pages.ts';

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
      read = await readPages(bytes, name);
    } catch (error) {
      throw refused(error, name);
    }
    if (read.pages.every(({ fragments }) => fragments.length === 0)) {
      throw new AttacheError(
        'no-text',
        `"${name}" has no text in it, only pictures of pages. It was left out.`,
      );
    }
    return { articles: [articleOfPages(read)] };
  },
};
