import { AttacheError } from '../../../../../shared/contract/errors.ts';
import { documentProperty } from '../../metadata/document-properties.ts';
import { ofBlocks } from '../of-blocks.ts';
import type { Format, RawArticle } from '../format.ts';
import { RtfReader, type RtfDocument } from './reader.ts';
import { rtfTokens } from './tokens.ts';

function parse(source: string): RtfDocument {
  const reader = new RtfReader();
  for (const token of rtfTokens(source)) reader.take(token);
  return reader.finish();
}

const articleOf = ({ blocks, title, author }: RtfDocument): RawArticle =>
  ofBlocks(blocks, [
    ...(title === '' ? [] : documentProperty('title', title)),
    ...(author === '' ? [] : documentProperty('author', author)),
  ]);

/** Reads RTF source, one character per byte. */
export const readRtf = (source: string): RawArticle => articleOf(parse(source));

/** Rich Text Format: paragraphs, headings, lists, table rows, emphasis and links; no pictures. */
export const rtf: Format = {
  id: 'rtf',
  label: 'Rich Text (RTF)',
  extensions: ['rtf'],
  quick: false,
  matches: ({ head }) => Buffer.from(head.subarray(0, 16)).toString('latin1').startsWith('{\\rtf'),
  async read({ name, bytes }) {
    const document = parse(Buffer.from(bytes).toString('latin1'));
    const article = articleOf(document);
    if (article.text === '' && bytes.length < 64) {
      throw new AttacheError(
        'damaged-file',
        `"${name}" ends before its text begins. Get it again from where it came from.`,
      );
    }
    const { splitExport } = await import('../databases/split-export.ts');
    return splitExport(name, document.blocks) ?? { articles: [article] };
  },
};
