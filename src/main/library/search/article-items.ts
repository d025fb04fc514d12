import type { SearchItem } from '../../../shared/model/search.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { placesOf } from './article-places.ts';
import { formsOf, type TermSources } from './article-condition.ts';
import type { ListedArticles } from './listed-articles.ts';
import { ShownHits } from './shown-hits.ts';
import { bestPassage, merged, passageWidth } from './snippet.ts';

/** The forms of each thing asked for: a half-typed word and its beginning are one, as is the same twice. */
function things(terms: readonly Term[], sources: TermSources): Sequence[][] {
  const byPlace = new Map<number, Sequence[]>();
  for (const term of terms) {
    byPlace.set(term.start, [...(byPlace.get(term.start) ?? []), ...formsOf(term, sources)]);
  }
  return [
    ...new Map([...byPlace.values()].map((forms) => [JSON.stringify(forms), forms])).values(),
  ];
}

/** The articles as items of a list of results, the best passage of each with its hits. */
export function articleItems(
  db: Database,
  listed: ListedArticles,
  articles: readonly number[],
  terms: readonly Term[],
  sources: TermSources,
): SearchItem[] {
  if (articles.length === 0) return [];
  const words = terms.filter(({ field }) => field === null);
  const titleWords = terms.filter(({ field }) => field === null || field === 'title');
  const placed = terms.filter(({ field }) => field !== null);
  const inText = new ShownHits(things(words, sources));
  const inTitle = placed.length === 0 ? inText : new ShownHits(things(titleWords, sources));
  return listed.read(articles).map((row) => {
    const { hidden } = row;
    const hits = inText.findPassage(row.text, passageWidth, hidden);
    for (const [index, term] of placed.entries()) {
      const places = placesOf(db, row.seq, term, sources.values);
      hits.push(...places.map(({ start, end }) => ({ start, end, of: words.length + index })));
    }
    if (placed.length > 0) hits.sort((a, b) => a.start - b.start || b.end - a.end);
    const { snippet, first } = bestPassage(row.text, hits, { hidden });
    return {
      id: row.id,
      articleId: row.id,
      title: row.title,
      titleHits: merged(inTitle.findAll(row.title)),
      detail: row.detail,
      snippet,
      start: first.start,
      end: first.end,
    };
  });
}
