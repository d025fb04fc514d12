import { sequenceOfTerm, type Sequence } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** The FTS5 expression of a sequence, in titles only or anywhere. Every term is quoted. */
export function matchSequence({ terms, stem, prefix }: Sequence, titleOnly: boolean): string {
  if (stem !== null) return titleOnly ? `{title title_s} : ${quoted(stem)}` : quoted(stem);
  const columns = titleOnly ? 'title' : '{title body}';
  return `${columns} : ${quoted(terms.join(' '))}${prefix ? ' *' : ''}`;
}

/** Any of these words, as they are written. */
export const matchAnyWord = (words: readonly string[], titleOnly: boolean): string =>
  words
    .map((word) => matchSequence({ terms: [word], stem: null, prefix: false }, titleOnly))
    .join(' OR ');

/** Any of these stems and pairs, in all columns. */
export const matchAny = (terms: readonly string[]): string => terms.map(quoted).join(' OR ');

/** The folded beginning of a word that a term asks for; null for every other term. */
export function beginningOf(term: Term): string | null {
  if (term.kind !== 'prefix') return null;
  const [only, ...others] = sequenceOfTerm(term).terms;
  return only === undefined || others.length > 0 ? null : only;
}

/** Whether an expression made here has a prefix, which FTS5 gathers anew in every statement. */
export const hasPrefix = (expression: string): boolean => expression.includes('" *');

/** The words of an expression made here, each as the index has it. */
const literalsOf = (expression: string): string[] =>
  (expression.match(/"[^"]*"/g) ?? []).map((literal) => literal.slice(1, -1));

/** Whether an expression made here asks for single whole words only: no phrase, no prefix. */
export const isOfWords = (expression: string): boolean =>
  !hasPrefix(expression) && !literalsOf(expression).some((literal) => literal.includes(' '));

/** The words that everything found has; none where some of them are beginnings or alternatives. */
export const requiredWords = (expression: string): string[] =>
  hasPrefix(expression) || expression.includes(' OR ')
    ? []
    : literalsOf(expression).flatMap((literal) => literal.split(' '));
