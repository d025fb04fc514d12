import { ellipsis, quoteTokens, type QuoteToken } from './quote-tokens.ts';

/** What a quotation says the source has, piece by piece. */
export type PatternPart =
  | { readonly kind: 'token'; readonly form: string; readonly anyCase: boolean }
  /** An ellipsis, or a bracketed word: up to `most` tokens of the source stand here. */
  | { readonly kind: 'gap'; readonly most: number };

/** A quotation made ready to be looked for. */
export interface QuotePattern {
  /** The words and marks as they stand, without a comma or full stop at the end. */
  readonly literal: readonly QuoteToken[];
  /** The same with ellipses and brackets read as what they stand for; null where there are none. */
  readonly edited: readonly PatternPart[] | null;
}

const longestGap = 400;
const longestInsertion = 12;

const brackets = /\[[^\][]{0,200}\]/gu;
const ellipsisBracket = /^\[\s*(?:…|\.\s?\.\s?\.)\s*\]$/u;

/** Reads a quotation's ellipses ("…", "[...]"), insertions ("[the ferry]"), changed letters ("[T]he") and "[sic]". */
export function quotePattern(quotation: string): QuotePattern {
  const literal = withoutFinalStop(quoteTokens(quotation));
  const parts: PatternPart[] = [];
  let edited = false;
  let position = 0;
  const addPlain = (until: number) => {
    for (const { form } of quoteTokens(quotation.slice(position, until))) {
      if (form === ellipsis) edited = true;
      parts.push(
        form === ellipsis
          ? { kind: 'gap', most: longestGap }
          : { kind: 'token', form, anyCase: false },
      );
    }
  };
  for (const match of quotation.matchAll(brackets)) {
    const [bracket] = match;
    const end = match.index + bracket.length;
    edited = true;
    if (ellipsisBracket.test(bracket)) {
      addPlain(match.index);
      parts.push({ kind: 'gap', most: longestGap });
      position = end;
      continue;
    }
    const stem = /[\p{L}\p{N}]+$/u.exec(quotation.slice(position, match.index))?.[0] ?? '';
    const rest = /^[\p{L}\p{N}'’-]+/u.exec(quotation.slice(end))?.[0] ?? '';
    addPlain(match.index - stem.length);
    if (stem === '' && rest !== '') {
      const word = bracket.slice(1, -1) + rest;
      for (const { form } of quoteTokens(word)) {
        parts.push({ kind: 'token', form: form.toLowerCase(), anyCase: true });
      }
    } else if (stem !== '') {
      parts.push({ kind: 'gap', most: 1 });
    } else if (!/^\[\s*sic\s*\]$/iu.test(bracket)) {
      parts.push({ kind: 'gap', most: longestInsertion });
    }
    position = end + rest.length;
  }
  addPlain(quotation.length);
  return { literal, edited: edited ? trimGaps(parts) : null };
}

function withoutFinalStop(tokens: readonly QuoteToken[]): readonly QuoteToken[] {
  const last = tokens.at(-1);
  return last !== undefined && (last.form === ',' || last.form === '.')
    ? tokens.slice(0, -1)
    : tokens;
}

/** Gaps and a full stop at either end say nothing about the source. */
function trimGaps(parts: readonly PatternPart[]): readonly PatternPart[] {
  const says = (part: PatternPart) =>
    part.kind === 'token' && part.form !== ',' && part.form !== '.';
  const first = parts.findIndex(says);
  return first === -1 ? [] : parts.slice(first, parts.findLastIndex(says) + 1);
}
