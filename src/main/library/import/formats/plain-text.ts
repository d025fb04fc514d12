import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import { isPrompt } from '../cleaning/rules.ts';
import { canonicalText } from '../text/canonical.ts';
import type { BlockDraft } from '../text/layers.ts';
import { plainBlocks } from '../text/plain-blocks.ts';
import { mayBeExport } from './databases/hints.ts';
import type { Contents, Format } from './format.ts';

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

/** Names of documents that are no text: one that is read as text all the same has lost its own form. */
const documentName = /\.(?:pdf|docx|epub|zip)$/i;

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
    const text = canonicalText(file.decode().text);
    if (documentName.test(file.name) && text.trim().length < scrapLength) {
      throw new AttacheError(
        'damaged-file',
        `"${file.name}" holds only a few characters of text, not the document its name promises. Get it again from where it came from.`,
      );
    }
    const blocks = plainBlocks(text, isPrompt);
    const article = { text, blocks, marks: [], hidden: [], extracted: false, proposals: [] };
    const whole = { articles: [article] };
    return mayBeExport(text) ? splitText(file.name, text, whole) : whole;
  },
};
