import { sequenceOfTerm, type Sequence } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';

/** Which columns of the index words are looked for in: as written, or their stems as well. */
export type Columns = 'all' | 'written' | 'title' | 'written title';

/** Neighbouring words, the last of them perhaps the beginning of one. */
export interface Words {
  readonly kind: 'words';
  readonly terms: readonly string[];
  readonly prefix: boolean;
  readonly columns: Columns;
}

/** What the index of articles is asked for. */
export type Match = Words | { readonly kind: 'and' | 'or'; readonly of: readonly Match[] };

const words = (terms: readonly string[], prefix: boolean, columns: Columns): Words => ({
  kind: 'words',
  terms,
  prefix,
  columns,
});

export const matchAll = (of: readonly Match[]): Match => several('and', of);
export const matchAny = (of: readonly Match[]): Match => several('or', of);

/** The same asked for twice is asked for once: what it costs to find may be much. */
function several(kind: 'and' | 'or', all: readonly Match[]): Match {
  const of = [...new Map(all.map((match) => [expression(match), match])).values()];
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { kind, of };
}

/** A sequence, in titles only or anywhere. */
export const matchSequence = ({ terms, stem, prefix }: Sequence, titleOnly: boolean): Match =>
  stem === null
    ? words(terms, prefix, titleOnly ? 'written title' : 'written')
    : words([stem], false, titleOnly ? 'title' : 'all');

/** Any of these words, as they are written. */
export const matchAnyWord = (all: readonly string[], titleOnly: boolean): Match =>
  matchAny(all.map((word) => words([word], false, titleOnly ? 'written title' : 'written')));

/** Any of these stems and pairs, in all columns. */
export const matchAnyTerm = (terms: readonly string[]): Match =>
  matchAny(terms.map((term) => words([term], false, 'all')));

const filters: Readonly<Record<Columns, string>> = {
  all: '',
  written: '{title body} : ',
  title: '{title title_s} : ',
  'written title': 'title : ',
};

/** As an FTS5 expression. Every term is quoted. */
export function expression(match: Match): string {
  if (match.kind === 'words') {
    const { terms, prefix, columns } = match;
    return `${filters[columns]}"${terms.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
  }
  const operator = match.kind === 'and' ? ' AND ' : ' OR ';
  return match.of.map((part) => `(${expression(part)})`).join(operator);
}

/** The folded beginning of a word that a term asks for; null for every other term. */
export function beginningOf(term: Term): string | null {
  if (term.kind !== 'prefix') return null;
  const [only, ...others] = sequenceOfTerm(term).terms;
  return only === undefined || others.length > 0 ? null : only;
}

/** Everything that is asked for, in order. */
export const wordsOf = (match: Match): readonly Words[] =>
  match.kind === 'words' ? [match] : match.of.flatMap(wordsOf);
