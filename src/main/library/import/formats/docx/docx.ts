import { strToU8, zipSync } from 'fflate';
import { AttacheError } from '../../../../../shared/contract/errors.ts';
import { proposeFromProperties } from '../../metadata/document-properties.ts';
import { hiddenStyles, markHiddenRuns } from './hidden-runs.ts';
import type { Format } from '../format.ts';
import { ofBlocks } from '../of-blocks.ts';
import { isZip, zipEntries, zipHead } from '../zip-entries.ts';

/** What mammoth takes no notice of is told it as a style. */
const hiddenStyle = 'AttacheHidden';

const styleMap = [
  `r.${hiddenStyle} => span[hidden='hidden']`,
  "p[style-name='Title'] => h1:fresh",
  ...['Quote', 'Intense Quote', 'Quotations', 'Block Text', 'Block Quotation'].map(
    (name) => `p[style-name='${name}'] => blockquote:fresh`,
  ),
  "p[style-name='Caption'] => figcaption:fresh",
];

/** The document's bytes, its hidden words in a style of their own where it has any. */
function withHiddenStyle(bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const decoder = new TextDecoder();
  const styles = hiddenStyles(decoder.decode(parts.get('word/styles.xml')));
  let marked = false;
  const entries = [...parts].map(([name, part]): [string, Uint8Array] => {
    if (!words.test(name)) return [name, part];
    const source = decoder.decode(part);
    const changed = markHiddenRuns(source, styles, hiddenStyle);
    if (changed === source) return [name, part];
    marked = true;
    return [name, strToU8(changed)];
  });
  return marked ? zipSync(Object.fromEntries(entries), { level: 0 }) : bytes;
}

async function markupOf(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
    },
  );
  return value;
}

/** The parts that hold words of the text. */
const words = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;

/** The arrow mammoth puts behind a note, leading back to its place. */
const backLink = /<a href="#[^"]*-ref-\d+">↑<\/a>/g;

/** Word documents: headings, lists, tables, notes and emphasis; no pictures, nothing linked is opened. */
export const docx: Format = {
  id: 'docx',
  label: 'Word document',
  extensions: ['docx'],
  quick: false,
  matches: ({ extension, head }) =>
    isZip(head) && (zipHead(head).includes('word/') || extension === 'docx'),
  async read({ name, bytes }) {
    const parts = await zipEntries(
      name,
      bytes,
      (entry) => /\.(?:xml|rels)$/i.test(entry) && !entry.startsWith('customXml/'),
    );
    let markup: string;
    try {
      markup = await markupOf(withHiddenStyle(bytes, parts));
    } catch (error) {
      throw new AttacheError(
        'damaged-file',
        `"${name}" is not a Word document Attache can read. Open it in a word processor and save it again.`,
        { cause: error },
      );
    }
    const { blocksOf } = await import('../html/page.ts');
    const { splitExport } = await import('../databases/split-export.ts');
    const properties = parts.get('docProps/core.xml');
    const proposals =
      properties === undefined ? [] : proposeFromProperties(new TextDecoder().decode(properties));
    const blocks = blocksOf(markup.replaceAll(backLink, ''));
    return splitExport(name, blocks) ?? { articles: [ofBlocks(blocks, proposals)] };
  },
};
