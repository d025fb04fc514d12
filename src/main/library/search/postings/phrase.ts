import type { Pause } from '../../slices.ts';
import { indexFrom, intersection } from './lists.ts';
import { counted } from './postings.ts';
import { Places, type Postings, type TermPostings, type Weights } from './term-postings.ts';

/** The articles that have all words of a phrase. */
interface Row {
  readonly articles: Uint32Array;
  /**
   * Where the phrase begins in one of these articles, in columns that count. Ask for the articles in
   * their order; the next answer is the same object.
   */
  readonly placesIn: (article: number) => Places;
}

/** Where words stand one after the other. */
export function wordsInARow(lists: readonly TermPostings[], weights: Weights): Row {
  const words = lists.map((list, order) => ({ list, order, index: 0 }));
  const [rarest, ...others] = words.toSorted(
    (a, b) => a.list.articles.length - b.list.articles.length,
  );
  // A word that stands twice in a phrase has one list.
  const articles = intersection([...new Set(lists)].map((list) => list.articles));
  const places = new Places();
  return {
    articles,
    placesIn(article) {
      places.count = 0;
      if (rarest === undefined) return places;
      rarest.index = indexFrom(rarest.list.articles, article, rarest.index);
      rarest.list.readPlaces(rarest.index, weights, places, -rarest.order);
      for (const word of others) {
        if (places.count === 0) break;
        word.index = indexFrom(word.list.articles, article, word.index);
        word.list.keepPlaces(word.index, word.order, places);
      }
      return places;
    },
  };
}

/** So many articles with all words of a phrase are looked at before others are heard: some milliseconds. */
const slice = 4096;

/** The articles that have the words of these lists one after the other in one of the columns that count. */
export async function phrasePostings(
  lists: readonly TermPostings[],
  weights: Weights,
  pause: Pause,
): Promise<Postings> {
  const { articles, placesIn } = wordsInARow(lists, weights);
  const counts = new Float64Array(articles.length);
  for (let found = 0; found < articles.length; found++) {
    counts[found] = placesIn(articles[found] ?? 0).weigh(weights);
    if (found % slice === slice - 1) await pause();
  }
  return counted(articles, counts);
}
