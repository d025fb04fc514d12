import { longestTerm, tokens, visitTerms } from '../../../shared/text/tokens.ts';

/** Grows whenever `columnsOf` would give another answer for some text: the index is then rebuilt. */
export const tokenizerVersion = 1;

/** What one text becomes in the index: its terms, and the stems that differ from their word. */
export interface Columns {
  readonly terms: string;
  readonly stems: string;
}

/** Letters and digits of ASCII around characters beyond it: what FTS5 cannot part or fold. */
const beyondAscii = /[0-9A-Za-z]*(?:[^\0-\x7F]+[0-9A-Za-z]*)+/g;
const ascii = /^[\0-\x7F]*$/;
const overlong = new RegExp(`[0-9A-Za-z]{${longestTerm + 1},}`, 'g');

const spaced = (piece: string): string =>
  ` ${tokens(piece)
    .map(({ term }) => term)
    .join(' ')} `;

/**
 * The columns of `text`. FTS5's `ascii` tokenizer folds and parts ASCII exactly as our tokens
 * do, so that only words with other characters are written out as terms.
 */
export function columnsOf(text: string): Columns {
  let stems = '';
  let cut = false;
  visitTerms(text, (term, start, end, kind) => {
    if (end - start > longestTerm) cut = true;
    if (kind !== 'word' || term.stem === term.text) return;
    stems += stems === '' ? term.stem : ` ${term.stem}`;
  });
  const parted = ascii.test(text) ? text : text.replace(beyondAscii, spaced);
  return { terms: cut ? parted.replace(overlong, spaced) : parted, stems };
}
