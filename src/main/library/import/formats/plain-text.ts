import { canonicalText } from '../text/canonical.ts';
import { isPrompt } from '../cleaning/rules.ts';
import { plainBlocks } from '../text/plain-blocks.ts';
import type { Format } from './format.ts';

/** Text without markup: the last resort, so anything that decodes is taken. */
export const plainText: Format = {
  id: 'text',
  label: 'Plain text',
  extensions: ['txt', 'text', 'log', 'asc'],
  quick: true,
  matches: (sample) => sample.text !== null,
  read(file) {
    const text = canonicalText(file.decode().text);
    const blocks = plainBlocks(text, isPrompt);
    return {
      articles: [{ text, blocks, marks: [], hidden: [], extracted: false, proposals: [] }],
    };
  },
};
