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

/** Stands before the number of a column; that of a place begins with `placeShift`. */
const columnMark = 1;
const placeShift = 2;
/** Between columns, more than an article has places. */
const columnStep = 2 ** 40;

/** The places of something in one article, ascending; the same one in another column is another. */
class Places {
  count = 0;
  #all = new Float64Array(64);

  add(place: number): void {
    if (this.count === this.#all.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.count++] = place;
  }

  get(index: number): number {
    return this.#all[index] ?? 0;
  }

  /** Moves the place at `from` to `to`. */
  move(from: number, to: number): void {
    this.#all[to] = this.#all[from] ?? 0;
  }

  weigh(weights: Weights): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) {
      sum += weights[Math.floor((this.#all[i] ?? 0) / columnStep)] ?? 0;
    }
    return sum;
  }
}

/** The articles that have a term, and where in the doclists their places stand. */
class TermPostings {
  readonly articles: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #at: Uint32Array;

  constructor({ lengths }: Pick<PostingSource, 'lengths'>, doclists: readonly Doclist[]) {
    const bytes = joined(doclists);
    const { articles, at } = roomFor(bytes.length);
    let count = 0;
    let start = 0;
    for (const doclist of doclists) {
      const before = count;
      count = readDoclist(bytes, start, doclist, lengths, { articles, at, count });
      mergeRuns(articles, at, before, count);
      start += doclist.length;
    }
    this.#bytes = bytes;
    this.articles = articles.slice(0, count);
    this.#at = at.slice(0, count);
  }

  /** What the places of the article at `index` count together. */
  weigh(index: number, weights: Weights): number {
    return weighAt(this.#bytes, this.#at[index] ?? 0, weights);
  }

  /** Reads the places in columns that count, ascending, into `places`. */
  readPlaces(index: number, weights: Weights, places: Places): void {
    places.count = 0;
    this.#visitPlaces(index, (column, place) => {
      if ((weights[column] ?? 0) > 0) places.add(column * columnStep + place);
      return true;
    });
  }

  /** Keeps those of `places` that have a place `distance` after them (before, where negative). */
  keepPlaces(index: number, distance: number, places: Places): void {
    let kept = 0;
    let at = 0;
    this.#visitPlaces(index, (column, place) => {
      const wanted = column * columnStep + place - distance;
      while (at < places.count && places.get(at) < wanted) at++;
      if (at < places.count && places.get(at) === wanted) places.move(at++, kept++);
      return at < places.count;
    });
    places.count = kept;
  }

  /** Visits the places in order until `visit` answers `false`. */
  #visitPlaces(index: number, visit: (column: number, place: number) => boolean): void {
    const read = new Varints(this.#bytes, this.#at[index]);
    const end = sizeOf(read) + read.at;
    let column = 0;
    let place = 0;
    while (read.at < end) {
      const value = read.next();
      if (value === columnMark) {
        column = read.next();
        place = 0;
        continue;
      }
      place += value - placeShift;
      if (!visit(column, place)) return;
    }
  }
}

/** Makes one ascending list of two that follow each other: an article changed later is in a later one. */
function mergeRuns(articles: Uint32Array, at: Uint32Array, second: number, end: number): void {
  if (second === 0 || end === second || (articles[second - 1] ?? 0) < (articles[second] ?? 0)) {
    return;
  }
  const laterArticles = articles.slice(second, end);
  const laterAt = at.slice(second, end);
  let first = second - 1;
  let to = end - 1;
  for (let later = laterArticles.length - 1; later >= 0; to--) {
    const isLater = first < 0 || (articles[first] ?? 0) < (laterArticles[later] ?? 0);
    articles[to] = (isLater ? laterArticles[later] : articles[first]) ?? 0;
    at[to] = (isLater ? laterAt[later--] : at[first--]) ?? 0;
  }
}

/** What the places count together whose list, with its size, begins at `at`. */
function weighAt(bytes: Uint8Array, at: number, weights: Weights): number {
  let size = 0;
  let byte = 0;
  do {
    byte = bytes[at++] ?? 0;
    size = size * 128 + (byte & 0x7f);
  } while (byte >= 0x80);
  const end = at + (size >>> 1);
  let weight = weights[0];
  let sum = 0;
  while (at < end) {
    byte = bytes[at++] ?? 0;
    if (byte === columnMark) {
      weight = weights[bytes[at++] ?? 0] ?? 0;
      continue;
    }
    while (byte >= 0x80) byte = bytes[at++] ?? 0;
    sum += weight;
  }
  return sum;
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

/** Number of the article, size of the list, one place: fewer bytes no article takes. */
const leastBytes = 3;
let room = { articles: new Uint32Array(1 << 14), at: new Uint32Array(1 << 14) };

/** Where a doclist of so many bytes can be read to; the next one is read to the same place. */
function roomFor(bytes: number): { articles: Uint32Array; at: Uint32Array } {
  const most = Math.ceil(bytes / leastBytes);
  if (most > room.at.length) {
    room = { articles: new Uint32Array(most * 2), at: new Uint32Array(most * 2) };
  }
  return room;
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

/** The articles that have these words one after the other in one of the columns that count. */
export function phrasePostings(
  source: PostingSource,
  terms: readonly string[],
  weights: Weights,
): Postings {
  const known = new Map<string, TermPostings>();
  const listOf = (term: string): TermPostings => {
    const list = known.get(term) ?? postingsOf(source, term);
    known.set(term, list);
    return list;
  };
  const words = terms.map((term, order) => ({ list: listOf(term), order, index: 0 }));
  const [rarest, ...others] = words.toSorted(
    (a, b) => a.list.articles.length - b.list.articles.length,
  );
  if (rarest === undefined) return counted(new Uint32Array(0), new Float64Array(0));
  const common = intersection(words.map(({ list }) => list.articles));
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
  }
  return counted(common, counts);
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

/** A list so many times longer is skipped through, not walked through. */
export const skippedFrom = 16;

/** What all ascending lists have; a new list. */
export function intersection(lists: readonly Uint32Array[]): Uint32Array {
  const [shortest = new Uint32Array(0), ...others] = lists.toSorted((a, b) => a.length - b.length);
  let common = shortest.slice();
  for (const other of others) {
    let kept = 0;
    let at = 0;
    const isLonger = other.length > common.length * skippedFrom;
    for (let i = 0; i < common.length && at < other.length; i++) {
      const article = common[i] ?? 0;
      if (isLonger) at = indexFrom(other, article, at);
      else while (at < other.length && (other[at] ?? 0) < article) at++;
      if (other[at] === article) common[kept++] = article;
    }
    common = common.subarray(0, kept);
  }
  return common;
}

/** What any of the ascending lists has; a new list. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  const newest = lists.reduce((most, list) => Math.max(most, list.at(-1) ?? 0), 0);
  const isThere = new Uint8Array(newest + 1);
  let count = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const article = list[i] ?? 0;
      if (isThere[article] === 1) continue;
      isThere[article] = 1;
      count++;
    }
  }
  const all = new Uint32Array(count);
  for (let article = 0, at = 0; at < count; article++) {
    if (isThere[article] === 1) all[at++] = article;
  }
  return all;
}

/** What `from` has and `without` has not; a new list. */
export function difference(from: Uint32Array, without: Uint32Array): Uint32Array {
  let at = 0;
  return from.filter((article) => {
    at = indexFrom(without, article, at);
    return without[at] !== article;
  });
}
