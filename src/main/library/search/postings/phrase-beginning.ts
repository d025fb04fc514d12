import { visitDoclists, type Doclist } from './doclists.ts';
import { wordsInARow } from './phrase.ts';
import { counted, type PostingSource } from './postings.ts';
import {
  columnOf,
  joined,
  readDoclist,
  roomFor,
  visitPlacesAt,
  type Postings,
  type TermPostings,
  type Weights,
} from './term-postings.ts';

/** So many articles are looked at in a step: some milliseconds. */
const articlesAtOnce = 4096;
/** So many bytes of doclists are read in a step: some milliseconds. */
const bytesAtOnce = 1 << 17;

/** Places where a phrase goes on, of all articles one after the other. */
class Ends {
  /** Where those of each article begin. */
  readonly starts: Uint32Array;
  places = new Float64Array(1 << 12);
  count = 0;

  constructor(articles: number) {
    this.starts = new Uint32Array(articles + 1);
  }

  add(place: number): void {
    if (this.count === this.places.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[this.count++] = place;
  }
}

/**
 * The articles that have the words of `lists` one after the other, and then a word with this
 * beginning, in one of the columns that count; some articles, or pages of the index, at each step.
 */
export function* phraseBeginningPostings(
  source: PostingSource,
  lists: readonly TermPostings[],
  beginning: string,
  weights: Weights,
): Generator<void, Postings> {
  const doclists: Doclist[] = [];
  for (const segment of source.segments) {
    yield* visitDoclists(source.db, segment, beginning, true, (list) => doclists.push(list));
  }
  /** By `seq`: whether a word begins so, then one more than where the article stands in `articles`. */
  const order = new Uint32Array(source.lengths.terms.length);
  yield* visitArticles(source, doclists, (article) => (order[article] = 1));
  const row = wordsInARow(lists, weights);
  const articles = row.articles.filter((article) => order[article] === 1);
  order.fill(0);
  const ends = new Ends(articles.length);
  for (let index = 0; index < articles.length; index++) {
    const article = articles[index] ?? 0;
    order[article] = index + 1;
    ends.starts[index] = ends.count;
    const places = row.placesIn(article);
    for (let i = 0; i < places.count; i++) ends.add(places.get(i) + lists.length);
    if (index % articlesAtOnce === articlesAtOnce - 1) yield;
  }
  ends.starts[articles.length] = ends.count;
  const goesOn = new Uint8Array(ends.count);
  yield* visitArticles(source, doclists, (article, bytes, at) => {
    const index = order[article] ?? 0;
    if (index > 0) mark(bytes, at, ends, index - 1, goesOn);
  });
  return counted(articles, countsOf(ends, goesOn, weights));
}

/** Visits the articles of each doclist, ascending, with where the list of their places begins. */
function* visitArticles(
  { lengths }: PostingSource,
  doclists: readonly Doclist[],
  visit: (article: number, bytes: Uint8Array, at: number) => void,
): Generator<void> {
  let read = 0;
  for (const doclist of doclists) {
    const bytes = joined([doclist]);
    const room = roomFor(bytes.length);
    const count = readDoclist(bytes, 0, doclist, lengths, { ...room, count: 0 });
    for (let i = 0; i < count; i++) visit(room.articles[i] ?? 0, bytes, room.at[i] ?? 0);
    read += bytes.length;
    if (read < bytesAtOnce) continue;
    read = 0;
    yield;
  }
}

/** Marks the ends in an article where a word stands whose list of places begins at `at`. */
function mark(
  bytes: Uint8Array,
  at: number,
  { places, starts }: Ends,
  index: number,
  goesOn: Uint8Array,
): void {
  let i = starts[index] ?? 0;
  const end = starts[index + 1] ?? 0;
  visitPlacesAt(bytes, at, (place) => {
    while (i < end && (places[i] ?? 0) < place) i++;
    if (i < end && places[i] === place) goesOn[i++] = 1;
    return i < end;
  });
}

/** What the places that go on count in each article. */
function countsOf({ starts, places }: Ends, goesOn: Uint8Array, weights: Weights): Float64Array {
  const counts = new Float64Array(starts.length - 1);
  for (let index = 0; index < counts.length; index++) {
    let sum = 0;
    for (let i = starts[index] ?? 0; i < (starts[index + 1] ?? 0); i++) {
      if (goesOn[i] === 1) sum += weights[columnOf(places[i] ?? 0)] ?? 0;
    }
    counts[index] = sum;
  }
  return counts;
}
