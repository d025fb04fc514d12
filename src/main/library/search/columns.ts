import { stem } from '../../../shared/text/stem.ts';
import { visitTokens } from '../../../shared/text/tokens.ts';

/** Grows whenever `columnsOf` would give another answer for some text: the index is then rebuilt. */
export const tokenizerVersion = 1;

/** What one text becomes in the index: its terms, and the stems that differ from their word. */
export interface Columns {
  readonly terms: string;
  readonly stems: string;
}

export function columnsOf(text: string): Columns {
  let terms = '';
  let stems = '';
  visitTokens(text, (term, _start, _end, kind) => {
    terms += terms === '' ? term : ` ${term}`;
    if (kind !== 'word') return;
    const root = stem(term);
    if (root !== term) stems += stems === '' ? root : ` ${root}`;
  });
  return { terms, stems };
}
