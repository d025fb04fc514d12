import { wordsOf, type Columns, type Match, type Words } from '../match.ts';
import { phraseBeginningPostings } from './phrase-beginning.ts';
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

  /** Reads what `matches` ask for, a word, or some pages or articles of a beginning, at each step. */
  *read(source: PostingSource, matches: readonly Match[]): Generator<void> {
    for (const asked of matches.flatMap(wordsOf)) {
      const { terms, prefix } = asked;
      for (const term of prefix ? terms.slice(0, -1) : terms) {
        if (this.#words.has(term)) continue;
        this.#words.set(term, postingsOf(source, term));
        yield;
      }
      if (prefix) this.#beginnings.set(keyOf(asked), yield* this.#readBeginning(source, asked));
    }
  }

  *#readBeginning(source: PostingSource, { terms, columns }: Words): Generator<void, Postings> {
    const beginning = terms.at(-1) ?? '';
    const words = terms.slice(0, -1).map((term) => this.word(term));
    return words.length === 0
      ? yield* beginningPostings(source, beginning, weights[columns])
      : yield* phraseBeginningPostings(source, words, beginning, weights[columns]);
  }

  word(term: string): TermPostings {
    return known(this.#words.get(term), term);
  }

  /** Of words whose last one is a beginning. */
  beginning(asked: Words): Postings {
    return known(this.#beginnings.get(keyOf(asked)), asked.terms.join(' '));
  }
}

const keyOf = ({ terms, columns }: Words): string => `${columns} ${terms.join(' ')}`;

function known<T>(list: T | undefined, of: string): T {
  if (list === undefined) throw new Error(`“${of}” has not been read.`);
  return list;
}
