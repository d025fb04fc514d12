import { AttacheError } from '../../../../../shared/contract/errors.ts';
import { proposeFromProperties } from '../../metadata/document-properties.ts';
import type { Contents, Format, Sample } from '../format.ts';
import { ofBlocks } from '../of-blocks.ts';
import { isZip, zipEntries, zipHead } from '../zip-entries.ts';

const wanted = /^(?:content|styles|meta|META-INF\/manifest)\.xml$/;
const flat = /^\uFEFF?\s*<\?xml[^>]*>\s*<office:document\s[^]{0,6000}opendocument\.text/;

const isFlat = ({ text }: Sample): boolean => flat.test(text ?? '');
const isPacked = ({ head, extension }: Sample): boolean =>
  isZip(head) &&
  (zipHead(head).includes('application/vnd.oasis.opendocument.text') ||
    odt.extensions.includes(extension));

const damaged = (name: string) =>
  new AttacheError(
    'damaged-file',
    `"${name}" is not an OpenDocument text Attache can read. Open it in a word processor and save it again.`,
  );

interface Parts {
  readonly content: string;
  readonly styles: string;
  readonly meta: string;
}

async function packedParts(name: string, bytes: Uint8Array): Promise<Parts> {
  const entries = await zipEntries(name, bytes, (entry) => wanted.test(entry));
  const part = (entry: string) => new TextDecoder().decode(entries.get(entry));
  if (part('META-INF/manifest.xml').includes('encryption-data')) {
    throw new AttacheError(
      'encrypted-file',
      `"${name}" is protected by a password. Save it without one and import that.`,
    );
  }
  return {
    content: part('content.xml'),
    styles: part('styles.xml'),
    meta: part('meta.xml'),
  };
}

async function readParts(name: string, { content, styles, meta }: Parts): Promise<Contents> {
  const { parseXml } = await import('./xml.ts');
  const { odtBlocks } = await import('./blocks.ts');
  const { readStyles } = await import('./styles.ts');
  const { splitExport } = await import('../databases/split-export.ts');
  const document = parseXml(content);
  const body = document.getElementsByTagName('office:text')[0];
  if (body === undefined) throw damaged(name);
  const sheets = styles === '' ? [document] : [document, parseXml(styles)];
  const blocks = odtBlocks(body, readStyles(sheets));
  const properties = proposeFromProperties(meta);
  return splitExport(name, blocks) ?? { articles: [ofBlocks(blocks, properties)] };
}

/** OpenDocument texts, packed or as one XML file: headings, lists, tables, notes, emphasis, links. */
export const odt: Format = {
  id: 'odt',
  label: 'OpenDocument text',
  extensions: ['odt', 'ott', 'fodt'],
  quick: false,
  matches: (sample) => isPacked(sample) || isFlat(sample),
  async read(file) {
    if (isZip(file.bytes)) return readParts(file.name, await packedParts(file.name, file.bytes));
    const { text } = file.decode();
    return readParts(file.name, { content: text, styles: '', meta: text });
  },
};
