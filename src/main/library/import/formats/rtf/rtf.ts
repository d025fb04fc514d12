import { AttacheError } from '../../../../../shared/contract/errors.ts';
import { documentProperty } from '../../metadata/document-properties.ts';
import type { Format, RawArticle } from '../format.ts';
import { RtfReader } from './reader.ts';
import { rtfTokens } from './tokens.ts';

/** Reads RTF source, one character per byte. */
export function readRtf(source: string): RawArticle {
  const reader = new RtfReader();
  for (const token of rtfTokens(source)) reader.take(token);
  const { layers, title, author } = reader.finish();
  return {
    ...layers,
    hidden: [],
    extracted: false,
    proposals: [
      ...(title === '' ? [] : documentProperty('title', title)),
      ...(author === '' ? [] : documentProperty('author', author)),
    ],
  };
}

/** Rich Text Format: paragraphs, headings, lists, table rows, emphasis and links; no pictures. */
export const rtf: Format = {
  id: 'rtf',
  label: 'Rich Text (RTF)',
  extensions: ['rtf'],
  quick: false,
  matches: ({ head }) => Buffer.from(head.subarray(0, 16)).toString('latin1').startsWith('{\\rtf'),
  read({ name, bytes }) {
    const article = readRtf(Buffer.from(bytes).toString('latin1'));
    if (article.text === '' && bytes.length < 64) {
      throw new AttacheError(
        'damaged-file',
        `"${name}" ends before its text begins. Get it again from where it came from.`,
      );
    }
    return { articles: [article] };
  },
};
