import type { Database } from '../../storage/database.ts';
import type { ArticleLengths } from './article-lengths.ts';
import { visitDoclists, type Doclist } from './doclists.ts';
import type { RecentWords } from './recent-words.ts';
import type { Segment } from './segments.ts';
import {
  joined,
  readDoclist,
  roomFor,
  TermPostings,
  weighAt,
  type Postings,
  type Weights,
} from './term-postings.ts';

/** Where the postings of an index are read. */
export interface PostingSource {
  readonly db: Database;
  readonly segments: readonly Segment[];
  readonly lengths: ArticleLengths;
  readonly recent: RecentWords;
}

/** The articles that have a term in any column. */
export const postingsOf = (
  { db, segments, lengths, recent }: PostingSource,
  term: string,
): TermPostings =>
  recent.get(term, () => {
    const doclists: Doclist[] = [];
    for (const segment of segments) {
      for (const _ of visitDoclists(db, segment, term, false, (list) => doclists.push(list)));
    }
    return new TermPostings(lengths, doclists);
  });

/** Postings whose places are counted already; those that count nothing are left out. */
export function counted(articles: Uint32Array, counts: Float64Array): Postings {
  let kept = 0;
  for (let i = 0; i < articles.length; i++) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    articles[kept] = articles[i] ?? 0;
    counts[kept++] = count;
  }
  return { articles: articles.subarray(0, kept), count: (index) => counts[index] ?? 0 };
}

/** The articles that have a word with this beginning in columns that count; some pages at each step. */
export function* beginningPostings(
  source: PostingSource,
  beginning: string,
  weights: Weights,
): Generator<void, Postings> {
  const { db, segments, lengths } = source;
  const sums = new Float64Array(lengths.terms.length);
  for (const segment of segments) {
    yield* visitDoclists(db, segment, beginning, true, (doclist) => {
      const bytes = joined([doclist]);
      const { articles, at } = roomFor(bytes.length);
      const count = readDoclist(bytes, 0, doclist, lengths, { articles, at, count: 0 });
      for (let i = 0; i < count; i++) {
        const article = articles[i] ?? 0;
        sums[article] = (sums[article] ?? 0) + weighAt(bytes, at[i] ?? 0, weights);
      }
    });
  }
  const articles = new Uint32Array(sums.length);
  const counts = new Float64Array(sums.length);
  let found = 0;
  for (let article = 0; article < sums.length; article++) {
    const sum = sums[article] ?? 0;
    if (sum === 0) continue;
    articles[found] = article;
    counts[found++] = sum;
  }
  return counted(articles.subarray(0, found), counts);
}
