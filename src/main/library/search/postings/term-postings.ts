import type { ArticleLengths } from './article-lengths.ts';
import type { Doclist } from './doclists.ts';
import { Varints } from './varints.ts';

/** What a place in a column counts; 0 where places there do not. In the order of the columns. */
export type Weights = readonly [body: number, title: number, bodyStems: number, titleStems: number];

/** The articles that have something asked for, by `seq`, ascending. */
export interface Postings {
  readonly articles: Uint32Array;
  /** What its places in the article at an index count together. */
  readonly count: (index: number) => number;
}

/** Stands before the number of a column; that of a place begins with `placeShift`. */
const columnMark = 1;
const placeShift = 2;
/** Between columns, more than an article has places. */
const columnStep = 2 ** 40;

/** In which column a place is. */
export const columnOf = (place: number): number => Math.floor(place / columnStep);

/** The places of something in one article, ascending; the same one in another column is another. */
export class Places {
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
      sum += weights[columnOf(this.#all[i] ?? 0)] ?? 0;
    }
    return sum;
  }
}

/** The articles that have a term, and where in the doclists their places stand. */
export class TermPostings {
  readonly articles: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #at: Uint32Array;

  constructor(lengths: ArticleLengths, doclists: readonly Doclist[]) {
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

  /** How much memory it fills. */
  get byteLength(): number {
    return this.articles.byteLength + this.#at.byteLength + this.#bytes.buffer.byteLength;
  }

  /** The articles that have it in columns that count. */
  within(weights: Weights): Postings {
    const bytes = this.#bytes;
    const postings = (articles: Uint32Array, at: Uint32Array): Postings => ({
      articles,
      count: (index) => weighAt(bytes, at[index] ?? 0, weights),
    });
    if (weights.every((weight) => weight > 0)) return postings(this.articles, this.#at);
    const lastColumn = weights.findLastIndex((weight) => weight > 0);
    const counts = (index: number) => countsAt(bytes, this.#at[index] ?? 0, weights, lastColumn);
    let kept = 0;
    while (kept < this.articles.length && counts(kept)) kept++;
    if (kept === this.articles.length) return postings(this.articles, this.#at);
    const articles = this.articles.slice();
    const at = this.#at.slice();
    for (let index = kept + 1; index < articles.length; index++) {
      if (!counts(index)) continue;
      articles[kept] = articles[index] ?? 0;
      at[kept++] = at[index] ?? 0;
    }
    return postings(articles.subarray(0, kept), at);
  }

  /** Reads the places in columns that count, `distance` added to each, ascending, into `places`. */
  readPlaces(index: number, weights: Weights, places: Places, distance: number): void {
    places.count = 0;
    visitPlacesAt(this.#bytes, this.#at[index] ?? 0, (place) => {
      if ((weights[columnOf(place)] ?? 0) > 0) places.add(place + distance);
      return true;
    });
  }

  /** Keeps those of `places` that have a place `distance` after them (before, where negative). */
  keepPlaces(index: number, distance: number, places: Places): void {
    let kept = 0;
    let at = 0;
    visitPlacesAt(this.#bytes, this.#at[index] ?? 0, (place) => {
      const wanted = place - distance;
      while (at < places.count && places.get(at) < wanted) at++;
      if (at < places.count && places.get(at) === wanted) places.move(at++, kept++);
      return at < places.count;
    });
    places.count = kept;
  }
}

/** Visits the places of a list that begins at `at`, in order, until `visit` answers `false`. */
export function visitPlacesAt(
  bytes: Uint8Array,
  at: number,
  visit: (place: number) => boolean,
): void {
  const read = new Varints(bytes, at);
  const end = sizeOf(read) + read.at;
  let place = 0;
  while (read.at < end) {
    const value = read.next();
    if (value === columnMark) {
      place = read.next() * columnStep;
      continue;
    }
    place += value - placeShift;
    if (!visit(place)) return;
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

/** Where the places of a list begin whose size stands at `at`. */
function placesFrom(bytes: Uint8Array, at: number): number {
  while ((bytes[at] ?? 0) >= 0x80) at++;
  return at + 1;
}

/** And where they end. */
function placesUntil(bytes: Uint8Array, at: number): number {
  let size = 0;
  let byte = 0;
  do {
    byte = bytes[at++] ?? 0;
    size = size * 128 + (byte & 0x7f);
  } while (byte >= 0x80);
  return at + (size >>> 1);
}

/** What the places count together whose list, with its size, begins at `at`. */
export function weighAt(bytes: Uint8Array, at: number, weights: Weights): number {
  const end = placesUntil(bytes, at);
  at = placesFrom(bytes, at);
  let weight = weights[0];
  let sum = 0;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    if (byte === columnMark) {
      weight = weights[bytes[at++] ?? 0] ?? 0;
      continue;
    }
    while (byte >= 0x80) byte = bytes[at++] ?? 0;
    sum += weight;
  }
  return sum;
}

/** Whether any of these places is in a column that counts, none of which is after `lastColumn`. */
function countsAt(bytes: Uint8Array, at: number, weights: Weights, lastColumn: number): boolean {
  const end = placesUntil(bytes, at);
  at = placesFrom(bytes, at);
  if (at < end && weights[0] > 0 && bytes[at] !== columnMark) return true;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    if (byte === columnMark) {
      const column = bytes[at++] ?? 0;
      if (column > lastColumn) return false;
      if ((weights[column] ?? 0) > 0) return true;
    } else while (byte >= 0x80) byte = bytes[at++] ?? 0;
  }
  return false;
}

/** The bytes a list of places fills; the lowest bit of what is kept says something else. */
const sizeOf = (read: Varints): number => Math.floor(read.next() / 2);

export function joined(doclists: readonly Doclist[]): Uint8Array {
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
export function roomFor(bytes: number): { articles: Uint32Array; at: Uint32Array } {
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
export function readDoclist(
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
