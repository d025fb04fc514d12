import type { Term } from '../../../shared/text/terms.ts';
import { longestTerm, tokens, visitTokens, type TokenKind } from '../../../shared/text/tokens.ts';
import { visitText } from './visit-text.ts';

/** Grows whenever `columnsOf` would give another answer for some text: the index is then rebuilt. */
export const tokenizerVersion = 1;

/** What one text becomes in the index. */
export interface Columns {
  /** The terms FTS5 is to part; null where it parts the text itself as our tokens do. */
  readonly terms: string | null;
  /** The stems that differ from their word. */
  readonly stems: string;
}

/** Letters and digits of ASCII around characters beyond it: what FTS5 cannot part or fold. */
const beyondAscii = /[0-9A-Za-z]*(?:[^\0-\x7F]+[0-9A-Za-z]*)+/g;
const ascii = /^[\0-\x7F]*$/;
const overlong = new RegExp(`[0-9A-Za-z]{${longestTerm + 1},}`, 'g');

/** Of a piece without spaces the terms are not all held at once where it is longer than this. */
const longPiece = 1 << 14;

function spaced(piece: string): string {
  if (piece.length > longPiece) return spacedByParts(piece);
  return ` ${tokens(piece)
    .map(({ term }) => term)
    .join(' ')} `;
}

function spacedByParts(piece: string): string {
  let whole = ' ';
  let part: string[] = [];
  visitTokens(piece, (term) => {
    part.push(term);
    if (part.length < longPiece) return;
    whole += `${part.join(' ')} `;
    part = [];
  });
  return `${whole}${part.join(' ')} `;
}

/** Longer texts are gone through in parts: what is found in one is held at once. */
const longText = 1 << 20;
const between = /[^0-9A-Za-z\u0080-\uFFFF]/g;

/** The text with all that `pattern` finds written out as terms. */
function partedAt(text: string, pattern: RegExp): string {
  if (text.length <= longText) return text.replace(pattern, spaced);
  let parted = '';
  for (let start = 0; start < text.length;) {
    between.lastIndex = start + longText;
    const end = between.exec(text)?.index ?? text.length;
    parted += text.slice(start, end).replace(pattern, spaced);
    start = end;
  }
  return parted;
}

/**
 * Makes the columns of a text from its terms, told in order. FTS5's `ascii` tokenizer folds and
 * parts ASCII exactly as our tokens do, so that only words with other characters are written out
 * as terms.
 */
export class ColumnsMaker {
  readonly #text: string;
  readonly #stems: string[] = [];
  #cut = false;

  constructor(text: string) {
    this.#text = text;
  }

  add(term: Term, start: number, end: number, kind: TokenKind): void {
    if (end - start > longestTerm) this.#cut = true;
    if (kind !== 'word') return;
    const stem = term.otherStem;
    if (stem !== null) this.#stems.push(stem);
  }

  made(): Columns {
    const isAscii = ascii.test(this.#text);
    const stems = this.#stems.join(' ');
    if (isAscii && !this.#cut) return { terms: null, stems };
    const parted = isAscii ? this.#text : partedAt(this.#text, beyondAscii);
    return { terms: this.#cut ? partedAt(parted, overlong) : parted, stems };
  }
}

/** The columns of `text`. */
export function columnsOf(text: string): Columns {
  const maker = new ColumnsMaker(text);
  visitText(text, (term, start, end, kind) => maker.add(term, start, end, kind));
  return maker.made();
}
