import type { Pause } from '../../slices.ts';
import type { Database } from '../../storage/database.ts';
import type { ArticleLengths } from './article-lengths.ts';
import { visitDoclists, type Doclist } from './doclists.ts';
import { indexFrom, intersection } from './lists.ts';
import type { RecentWords } from './recent-words.ts';
import type { Segment } from './segments.ts';
import {
  joined,
  Places,
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
function counted(articles: Uint32Array, counts: Float64Array): Postings {
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

/** So many articles with all words of a phrase are looked at before others are heard: some milliseconds. */
const slice = 4096;

/** The articles that have the words of these lists one after the other in one of the columns that count. */
export async function phrasePostings(
  lists: readonly TermPostings[],
  weights: Weights,
  pause: Pause,
): Promise<Postings> {
  const words = lists.map((list, order) => ({ list, order, index: 0 }));
  const [rarest, ...others] = words.toSorted(
    (a, b) => a.list.articles.length - b.list.articles.length,
  );
  if (rarest === undefined) return counted(new Uint32Array(0), new Float64Array(0));
  // A word that stands twice in a phrase has one list.
  const common = intersection([...new Set(lists)].map(({ articles }) => articles));
  const counts = new Float64Array(common.length);
  const places = new Places();
  for (let found = 0; found < common.length; found++) {
    const article = common[found] ?? 0;
    rarest.index = indexFrom(rarest.list.articles, article, rarest.index);
    rarest.list.readPlaces(rarest.index, weights, places);
    for (const word of others) {
      if (places.count === 0) break;
      word.index = indexFrom(word.list.articles, article, word.index);
      word.list.keepPlaces(word.index, word.order - rarest.order, places);
    }
    counts[found] = places.weigh(weights);
    if (found % slice === slice - 1) await pause();
  }
  return counted(common, counts);
}
