import { fold } from '../text/fold.ts';
import type { TextRange } from '../model/ranges.ts';

/** A text as quotations are compared, and the way back to the text itself. */
export interface NormalText {
  readonly source: string;
  /** Folded, with every run of white space as one space. */
  readonly text: string;
  /** The range of the source (UTF-16) that a range of `text` came from. */
  original(range: TextRange): TextRange;
  /** Where an offset of the source lies in `text`. */
  position(offset: number): number;
}

/** Evens out what re-importing a text changes without changing a word: spaces, accents, breaks. */
export function normalText(source: string): NormalText {
  const folded = fold(source);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const run of folded.text.matchAll(/\s+|\S/gu)) {
    const isSpace = run[0].trim() === '';
    const piece = isSpace ? ' ' : run[0];
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(run.index + (isSpace ? 0 : unit));
      ends.push(isSpace ? run.index + run[0].length : run.index + unit + 1);
    }
    text += piece;
  }
  const sourceStart = (at: number) => folded.original(starts[at] ?? 0, ends[at] ?? 0)[0];
  return {
    source,
    text,
    original({ start, end }) {
      if (end <= start) return { start: sourceStart(start), end: sourceStart(start) };
      const [from] = folded.original(starts[start] ?? 0, ends[start] ?? 0);
      const [, to] = folded.original(starts[end - 1] ?? 0, ends[end - 1] ?? 0);
      return { start: from, end: to };
    },
    position(offset) {
      let [low, high] = [0, text.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sourceStart(middle) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** A piece of text in the same form, without spaces at its ends. */
export const normalQuote = (quote: string): string => normalText(quote).text.trim();
