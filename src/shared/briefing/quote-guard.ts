import type { BriefingCheck } from '../model/document.ts';
import type { CoveredSentence } from './coverage.ts';
import type { DocumentText } from './document-text.ts';
import { quotations } from '../text/quotations.ts';
import {
  findQuote,
  nearestQuote,
  quotePattern,
  quoteSource,
  type QuoteMatch,
} from './quote-match.ts';
import type { QuotePattern } from './quote-pattern.ts';

export type CheckedQuote = BriefingCheck['quotes'][number];

/** A passage a document cites, in its article. */
export interface CitedPassage {
  readonly annotationId: string;
  readonly articleId: string | null;
  readonly quote: string;
  /** The article's text and where the passage stands in it; null where the article is gone. */
  readonly context: { readonly text: string; readonly start: number; readonly end: number } | null;
}

/** A quotation after it was compared with what its own sentence cites. */
export interface GuardedQuote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly pattern: QuotePattern;
  /** Null where the cited passages do not hold these words, nor anything near them. */
  readonly found:
    (Omit<QuoteMatch, 'start' | 'end'> & { source: string; passage: CitedPassage }) | null;
}

type Found = NonNullable<GuardedQuote['found']>;

/**
 * Compares every quotation of a document with the passages its sentence cites, or its paragraph
 * where the sentence cites none. A block quotation counts as a quotation without marks.
 */
export function guardQuotes(
  document: DocumentText,
  sentences: readonly CoveredSentence[],
  passages: ReadonlyMap<string, CitedPassage>,
): GuardedQuote[] {
  let next = 0;
  return document.blocks.flatMap((block) => {
    // Blocks and sentences both come in the order of the document.
    const first = next;
    while ((sentences[next]?.end ?? Infinity) <= block.end) next += 1;
    const inside = sentences.slice(first, next);
    if (block.kind === 'code' || block.kind === 'rule') return [];
    const words = document.text.slice(block.start, block.end);
    const quoted = quotations(words);
    const all =
      block.kind === 'quote' && quoted.length === 0 && words.trim() !== ''
        ? [{ start: 0, end: words.length, depth: 0 }]
        : quoted;
    return all.map(({ start, end }) => {
      const from = block.start + start;
      const cited = inside.find((s) => s.start <= from && from <= s.end)?.citations ?? [];
      const ids = cited.length > 0 ? cited : inside.flatMap(({ citations }) => citations);
      const text = words.slice(start, end).trim();
      const pattern = quotePattern(text);
      const candidates = ids.flatMap((id) => passages.get(id) ?? []);
      const at =
        from + (words.slice(start, end).length - words.slice(start, end).trimStart().length);
      return {
        text,
        start: at,
        end: at + text.length,
        pattern,
        found: compare(pattern, candidates),
      };
    });
  });
}

function compare(pattern: QuotePattern, passages: readonly CitedPassage[]): Found | null {
  const matches = passages.flatMap((passage): Found[] => {
    const source = quoteSource(passage.quote);
    const within = findQuote(pattern, source);
    const beyond = within === null ? inContext(pattern, passage) : null;
    if (beyond !== null) return [beyond];
    const match = within ?? nearestQuote(pattern, source);
    if (match === null) return [];
    const { verdict, edits, start, end } = match;
    return [{ verdict, edits, source: passage.quote.slice(start, end), passage }];
  });
  return matches.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

const order = { verbatim: 0, trimmed: 1, differs: 2 } as const;
const rank = ({ verdict, edits }: Pick<QuoteMatch, 'verdict' | 'edits'>): number =>
  order[verdict] * 10_000 + edits;

/** A quotation may go beyond the marked passage: then it is looked for around it. */
function inContext(pattern: QuotePattern, passage: CitedPassage): Found | null {
  const { context } = passage;
  if (context === null) return null;
  const reach = pattern.literal.reduce((length, token) => length + token.form.length + 2, 80);
  const from = Math.max(0, context.start - reach);
  const window = context.text.slice(from, context.end + reach);
  const match = findQuote(pattern, quoteSource(window));
  if (match === null) return null;
  const { verdict, edits, start, end } = match;
  const overlaps = from + start < context.end && from + end > context.start;
  // A part of the passage would have been found in it: what overlaps here goes beyond it.
  return overlaps
    ? {
        verdict: verdict === 'trimmed' && pattern.edited === null ? 'verbatim' : verdict,
        edits,
        source: window.slice(start, end),
        passage,
      }
    : null;
}
