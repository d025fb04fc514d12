import { wordsOf, type Columns, type Match, type Words } from '../match.ts';
import { beginningPostings, postingsOf, type PostingSource } from './postings.ts';
import type { Postings, TermPostings, Weights } from './term-postings.ts';

/** What a place counts in text, title, and their stems. */
export const weights: Readonly<Record<Columns, Weights>> = {
  all: [1, 3, 1, 3],
  written: [1, 3, 0, 0],
  title: [0, 3, 0, 3],
  'written title': [0, 3, 0, 0],
};

/** What the index has of everything a query asks for. */
export class AskedLists {
  readonly #words = new Map<string, TermPostings>();
  readonly #beginnings = new Map<string, Postings>();

  /** Reads what `matches` ask for, a word or some pages of a beginning at each step. */
  *read(source: PostingSource, matches: readonly Match[]): Generator<void> {
    for (const asked of matches.flatMap(wordsOf)) {
      const { terms, prefix, columns } = asked;
      if (prefix) {
        const [beginning = ''] = terms;
        const postings = yield* beginningPostings(source, beginning, weights[columns]);
        this.#beginnings.set(keyOf(asked), postings);
        continue;
      }
      for (const term of terms) {
        if (this.#words.has(term)) continue;
        this.#words.set(term, postingsOf(source, term));
        yield;
      }
    }
  }

  word(term: string): TermPostings {
    return known(this.#words.get(term), term);
  }

  beginning(asked: Words): Postings {
    return known(this.#beginnings.get(keyOf(asked)), asked.terms[0]);
  }
}

const keyOf = ({ terms, columns }: Words): string => `${columns} ${terms[0] ?? ''}`;

function known<T>(list: T | undefined, of = ''): T {
  if (list === undefined) throw new Error(`“${of}” has not been read.`);
  return list;
}
