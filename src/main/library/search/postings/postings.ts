import type { Database } from '../../storage/database.ts';
import type { ArticleLengths } from './article-lengths.ts';
import { visitDoclists, type Doclist } from './doclists.ts';
import type { Segment } from './segments.ts';
import { Varints } from './varints.ts';

/** What a place in a column counts; 0 where places there do not. In the order of the columns. */
export type Weights = readonly [body: number, title: number, bodyStems: number, titleStems: number];

/** The articles that have something asked for, by `seq`, ascending. */
export interface Postings {
  readonly articles: Uint32Array;
  /** What its places in the article at an index count together. */
  readonly count: (index: number) => number;
}

/** Where the postings of an index are read. */
export interface PostingSource {
  readonly db: Database;
  readonly segments: readonly Segment[];
  readonly lengths: ArticleLengths;
}

/** Between columns, more than an article has places. */
const columnStep = 2 ** 40;

/** The articles that have a term, and where in the doclists their places stand. */
class TermPostings {
  readonly articles: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #at: Uint32Array;

  constructor({ lengths }: Pick<PostingSource, 'lengths'>, doclists: readonly Doclist[]) {
    const bytes = joined(doclists);
    const articles = new Uint32Array(bytes.length / 2);
    const at = new Uint32Array(bytes.length / 2);
    let count = 0;
    let isAscending = true;
    let start = 0;
    for (const doclist of doclists) {
      const before = count;
      count = readDoclist(bytes, start, doclist, lengths, { articles, at, count });
      if (before > 0 && count > before && (articles[before] ?? 0) < (articles[before - 1] ?? 0)) {
        isAscending = false;
      }
      start += doclist.length;
    }
    this.#bytes = bytes;
    this.articles = articles.subarray(0, count);
    this.#at = at.subarray(0, count);
    if (!isAscending) this.#sort();
  }

  /** What the places of the article at `index` count together. */
  weigh(index: number, weights: Weights): number {
    const read = new Varints(this.#bytes, this.#at[index]);
    const end = sizeOf(read) + read.at;
    const bytes = this.#bytes;
    let { at } = read;
    let weight = weights[0];
    let sum = 0;
    while (at < end) {
      const byte = bytes[at++] ?? 0;
      if (byte === 1) {
        read.at = at;
        weight = weights[read.next()] ?? 0;
        at = read.at;
        continue;
      }
      // Only the last byte of a number is below 0x80.
      if (byte >= 0x80) while ((bytes[at++] ?? 0) >= 0x80);
      sum += weight;
    }
    return sum;
  }

  /** The places in columns that count, ascending; the same one in another column is another. */
  places(index: number, weights: Weights): number[] {
    const read = new Varints(this.#bytes, this.#at[index]);
    const end = sizeOf(read) + read.at;
    const places: number[] = [];
    let column = 0;
    let place = 0;
    while (read.at < end) {
      const value = read.next();
      if (value === 1) {
        column = read.next();
        place = 0;
        continue;
      }
      place += value - 2;
      if ((weights[column] ?? 0) > 0) places.push(column * columnStep + place);
    }
    return places;
  }

  #sort(): void {
    const order = Float64Array.from(
      this.articles,
      (article, i) => article * 2 ** 32 + (this.#at[i] ?? 0),
    ).sort();
    for (const [i, both] of order.entries()) {
      this.articles[i] = Math.floor(both / 2 ** 32);
      this.#at[i] = both % 2 ** 32;
    }
  }
}

/** The bytes a list of places fills; the lowest bit of what is kept says something else. */
const sizeOf = (read: Varints): number => Math.floor(read.next() / 2);

function joined(doclists: readonly Doclist[]): Uint8Array {
  const parts = doclists.flatMap((doclist) => doclist.parts);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

interface Filled {
  readonly articles: Uint32Array;
  readonly at: Uint32Array;
  count: number;
}

/** Reads the doclist that begins at `start`; answers how many articles there are now. */
function readDoclist(
  bytes: Uint8Array,
  start: number,
  { segment, whole, length }: Doclist,
  { origins }: ArticleLengths,
  { articles, at, count }: Filled,
): number {
  const { hasDeleted } = segment;
  const [oldest, newest] = segment.origins;
  const read = new Varints(bytes, start);
  const end = start + length;
  let article = 0;
  let nextWhole = 0;
  while (read.at < end) {
    const isWhole = read.at - start === whole[nextWhole];
    const number = read.next();
    if (isWhole) nextWhole++;
    article = isWhole ? number : article + number;
    const place = read.at;
    const size = sizeOf(read);
    read.at += size;
    if (hasDeleted) {
      const origin = origins[article] ?? 0;
      if (origin < oldest || origin > newest) continue;
    }
    articles[count] = article;
    at[count++] = place;
  }
  return count;
}

function postingsOf(source: PostingSource, term: string): TermPostings {
  const doclists: Doclist[] = [];
  for (const segment of source.segments) {
    visitDoclists(source.db, segment, term, false, (doclist) => doclists.push(doclist));
  }
  return new TermPostings(source, doclists);
}

const all = (weights: Weights): boolean => weights.every((weight) => weight > 0);

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

/** The articles that have a word in columns that count. */
export function wordPostings(source: PostingSource, term: string, weights: Weights): Postings {
  const postings = postingsOf(source, term);
  const { articles } = postings;
  if (all(weights)) return { articles, count: (index) => postings.weigh(index, weights) };
  return counted(
    articles,
    Float64Array.from(articles, (_, index) => postings.weigh(index, weights)),
  );
}

/** The articles that have a word with this beginning in columns that count. */
export function beginningPostings(
  source: PostingSource,
  beginning: string,
  weights: Weights,
): Postings {
  const { db, segments, lengths } = source;
  const sums = new Float64Array(lengths.terms.length);
  for (const segment of segments) {
    visitDoclists(db, segment, beginning, true, (doclist) => {
      const postings = new TermPostings(source, [doclist]);
      postings.articles.forEach((article, index) => {
        sums[article] = (sums[article] ?? 0) + postings.weigh(index, weights);
      });
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

/** The articles that have these words one after the other in one of the columns that count. */
export function phrasePostings(
  source: PostingSource,
  terms: readonly string[],
  weights: Weights,
): Postings {
  const known = new Map<string, TermPostings>();
  for (const term of new Set(terms)) known.set(term, postingsOf(source, term));
  const lists = terms.flatMap((term) => known.get(term) ?? []);
  const common = intersection([...known.values()].map(({ articles }) => articles));
  const counts = new Float64Array(common.length);
  const indexes = lists.map(() => 0);
  common.forEach((article, found) => {
    let ends: number[] = [];
    for (const [i, list] of lists.entries()) {
      const index = indexFrom(list.articles, article, indexes[i] ?? 0);
      indexes[i] = index;
      const places = list.places(index, weights);
      ends = i === 0 ? places : following(ends, places);
      if (ends.length === 0) return;
    }
    counts[found] = ends.reduce(
      (sum, place) => sum + (weights[Math.floor(place / columnStep)] ?? 0),
      0,
    );
  });
  return counted(common, counts);
}

/** Those of `places` that stand right after one of `before`, both ascending. */
function following(before: readonly number[], places: readonly number[]): number[] {
  let i = 0;
  return places.filter((place) => {
    while (i < before.length && (before[i] ?? 0) + 1 < place) i++;
    return i < before.length && (before[i] ?? 0) + 1 === place;
  });
}

/** The index of the first of ascending `articles`, from `from` on, that is not before `article`. */
export function indexFrom(articles: Uint32Array, article: number, from: number): number {
  let stride = 1;
  let low = from;
  while (low + stride < articles.length && (articles[low + stride] ?? 0) < article) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(articles.length, low + stride);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((articles[middle] ?? 0) < article) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What all ascending lists have; a new list. */
export function intersection(lists: readonly Uint32Array[]): Uint32Array {
  const [shortest = new Uint32Array(0), ...others] = lists.toSorted((a, b) => a.length - b.length);
  let common = shortest.slice();
  for (const other of others) {
    let kept = 0;
    let at = 0;
    for (const article of common) {
      at = indexFrom(other, article, at);
      if (at >= other.length) break;
      if (other[at] === article) common[kept++] = article;
    }
    common = common.subarray(0, kept);
  }
  return common;
}

/** What any of the ascending lists has; a new list. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  return lists.reduce((a, b) => {
    const all = new Uint32Array(a.length + b.length);
    let [i, j, count] = [0, 0, 0];
    while (i < a.length || j < b.length) {
      const x = a[i] ?? Infinity;
      const y = b[j] ?? Infinity;
      all[count++] = Math.min(x, y);
      if (x <= y) i++;
      if (y <= x) j++;
    }
    return all.subarray(0, count);
  }, new Uint32Array(0));
}

/** What `from` has and `without` has not; a new list. */
export function difference(from: Uint32Array, without: Uint32Array): Uint32Array {
  let at = 0;
  return from.filter((article) => {
    at = indexFrom(without, article, at);
    return without[at] !== article;
  });
}
