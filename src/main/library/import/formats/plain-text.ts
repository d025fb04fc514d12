import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import { isPrompt } from '../../cleaning/rules.ts';
import { canonicalText } from '../../articles/text/canonical.ts';
import type { BlockDraft } from '../../articles/text/layers.ts';
import { plainBlocks } from '../../articles/text/plain-blocks.ts';
import { headerLines, hiddenHeader, proposeFromHeader } from '../metadata/header-lines.ts';
import { mayBeExport } from './databases/hints.ts';
import type { Contents, Format, RawArticle } from './format.ts';
import { joinHidden } from './join-hidden.ts';
import { hiddenArmour, unguarded } from './mail/pgp.ts';

/** The paragraphs of a text, lines that were broken at a fixed width joined. */
const draftsOf = (text: string, blocks: readonly Block[]): BlockDraft[] =>
  blocks.map(({ kind, start, end }) => ({
    kind,
    runs: [{ text: text.slice(start, end).replaceAll(/\s*\n\s*/g, ' '), marks: [] }],
  }));

async function splitText(name: string, text: string, whole: Contents): Promise<Contents> {
  const { splitExport } = await import('./databases/split-export.ts');
  const blocks = whole.articles?.[0]?.blocks ?? [];
  return splitExport(name, draftsOf(text, blocks)) ?? whole;
}

/** The blocks of a part of a text. */
function blocksBetween(text: string, start: number, end: number): Block[] {
  const blocks = plainBlocks(text.slice(start, end), isPrompt);
  for (const block of blocks) {
    block.start += start;
    block.end += start;
  }
  return blocks;
}

/** A text in its blocks; the lines of its header, if it has one, read as metadata and hidden. */
function plainArticle(text: string): RawArticle {
  const header = headerLines(text);
  const [first, last] = [header[0], header.at(-1)];
  const blocks =
    first === undefined || last === undefined
      ? plainBlocks(text, isPrompt)
      : [
          ...blocksBetween(text, 0, first.start),
          ...header.map(({ start, end }): Block => ({ start, end, kind: 'paragraph' })),
          ...blocksBetween(text, last.end, text.length),
        ];
  const proposals = proposeFromHeader(header);
  const hidden = joinHidden(hiddenArmour(text, blocks), hiddenHeader(header));
  return { text, blocks, marks: [], hidden, extracted: false, proposals };
}

/** A text that may begin with front matter, which is hidden and read as metadata where it says any. */
async function withFrontMatter(text: string): Promise<Contents> {
  const { readFrontMatter } = await import('../metadata/front-matter.ts');
  const read = readFrontMatter(text);
  if (read === null) return { articles: [plainArticle(text)] };
  const { place, proposals } = read;
  const after = blocksBetween(text, place.end, text.length);
  const article = {
    text,
    blocks: [{ ...place, kind: 'preformatted' as const }, ...after],
    marks: [],
    hidden: [{ ...place, reason: 'metadata' as const, by: 'rule' as const }],
    extracted: false,
    proposals,
  };
  return { articles: [article] };
}

/** Names of documents that are no text: one that is read as text all the same has lost its own form. */
const documentName = /\.(?:pdf|docx|odt|epub|zip)$/i;

/** Characters under which the text of such a file is a scrap rather than an article. */
const scrapLength = 40;

/** Text without markup: the last resort, so anything that decodes is taken. */
export const plainText: Format = {
  id: 'text',
  label: 'Plain text',
  extensions: ['txt', 'text', 'log', 'asc'],
  quick: true,
  matches: (sample) => sample.text !== null,
  read(file) {
    const text = unguarded(canonicalText(file.decode().text));
    if (documentName.test(file.name) && text.trim().length < scrapLength) {
      throw new AttacheError(
        'damaged-file',
        `"${file.name}" holds only a few characters of text, not the document its name promises. Get it again from where it came from.`,
      );
    }
    if (text.startsWith('---')) return withFrontMatter(text);
    const whole = { articles: [plainArticle(text)] };
    return mayBeExport(text) ? splitText(file.name, text, whole) : whole;
  },
};
