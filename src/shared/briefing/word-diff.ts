import { quoteTokens, type QuoteToken } from './quote-tokens.ts';

/** `mine` is only in the quotation, `source` only in the source, `same` in both. */
export interface DiffPart {
  readonly kind: 'same' | 'mine' | 'source';
  readonly text: string;
}

/**
 * What must change in a quotation to give its source, word by word (longest common subsequence).
 * The parts that are not `source`, joined, are the quotation; those not `mine` are the source's
 * words, with the quotation's own spaces, quotation marks and dashes where they are equal.
 */
export function wordDiff(mine: string, source: string): DiffPart[] {
  const a = pieces(mine);
  const b = pieces(source);
  const lengths = commonLengths(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const own = a[i];
    const theirs = b[j];
    if (own !== undefined && own.form === theirs?.form) {
      add(parts, 'same', own.text);
      // The quotation ends here, its source goes on: the space between is the source's.
      const space = /\s+$/u.exec(theirs.text)?.[0];
      if (space !== undefined && !/\s$/u.test(own.text)) add(parts, 'source', space);
      i += 1;
      j += 1;
    } else if (
      own !== undefined &&
      (theirs === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      add(parts, 'mine', own.text);
      i += 1;
    } else if (theirs !== undefined) {
      add(parts, 'source', theirs.text);
      j += 1;
    }
  }
  return parts;
}

interface Piece {
  readonly form: string;
  /** The token with everything up to the next one. */
  readonly text: string;
}

function pieces(text: string): Piece[] {
  const tokens = quoteTokens(text);
  return tokens.map((token: QuoteToken, index) => ({
    form: token.form,
    text: text.slice(index === 0 ? 0 : token.start, tokens[index + 1]?.start ?? text.length),
  }));
}

function commonLengths(a: readonly Piece[], b: readonly Piece[]): readonly Int32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i] as Int32Array;
      row[j] =
        a[i]?.form === b[j]?.form
          ? at(rows, i + 1, j + 1) + 1
          : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

const at = (rows: readonly Int32Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;

function add(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) parts.splice(-1, 1, { kind, text: last.text + text });
  else parts.push({ kind, text });
}
