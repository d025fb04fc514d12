import { stem } from '../text/stem.ts';
import { tokens } from '../text/tokens.ts';
import type { Term } from './tree.ts';

/**
 * A term as the index and the texts are asked for it: neighbouring folded terms. `stem` is set
 * where one English word stands for all its forms; `prefix` where the last term is a beginning.
 */
export interface Sequence {
  readonly terms: readonly string[];
  readonly stem: string | null;
  readonly prefix: boolean;
}

const possessive = /['’ʼ]s$/i;

/** The sequence of any text: a phrase, a name, a tag, an outlet. */
export function sequenceOf(text: string): Sequence {
  const all = tokens(text);
  const last = all.at(-1);
  const before = all.at(-2);
  const single = last?.kind === 'last';
  // The last character of a run ends its last pair already.
  const covered = single && before?.kind === 'pair' && before.end === last.end;
  return {
    terms: (covered ? all.slice(0, -1) : all).map((token) => token.term),
    stem: null,
    // A single character starts a pair wherever it is not the last of its run.
    prefix: single && !covered,
  };
}

/** The sequence of a term of a query. A fuzzy term gives the word it was written as. */
export function sequenceOfTerm({ kind, text }: Pick<Term, 'kind' | 'text'>): Sequence {
  if (kind === 'phrase') return sequenceOf(text);
  const sequence = sequenceOf(kind === 'word' ? text.replace(possessive, '') : text);
  const [only = ''] = sequence.terms;
  if (kind === 'prefix') return { ...sequence, prefix: true };
  const isWord = sequence.terms.length === 1 && !sequence.prefix && kind === 'word';
  return isWord ? { ...sequence, stem: stem(only) } : sequence;
}

/** True where `sequence` stands in `terms` (of a name, a tag, an outlet) without a gap. */
export function holdsSequence(terms: readonly string[], sequence: Sequence): boolean {
  const wanted = sequence.terms;
  const last = wanted.length - 1;
  return terms.some((_, at) =>
    wanted.every((term, i) => {
      const found = terms[at + i];
      if (found === undefined) return false;
      return i === last && sequence.prefix ? found.startsWith(term) : found === term;
    }),
  );
}
