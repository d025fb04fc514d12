import type { TextRange } from '../../../shared/model/ranges.ts';
import type { SearchItem } from '../../../shared/model/search.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { placesOf } from './article-places.ts';
import { formsOf, type TermSources } from './article-condition.ts';
import { ShownHits } from './shown-hits.ts';
import { bestPassage, merged, passageWidth } from './snippet.ts';

interface ArticleRow {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly container_title: string | null;
  readonly issued: string | null;
  readonly text: string;
}

const among = 'IN (SELECT value FROM json_each(?))';

/** In the order of `articles`: CROSS JOIN walks through their list. */
const readRows = (db: Database, articles: readonly number[]): readonly ArticleRow[] =>
  db
    .prepare<ArticleRow>(
      `SELECT articles.seq, articles.id, title, container_title, issued, text
       FROM json_each(?) AS listed
       CROSS JOIN articles ON articles.seq = listed.value
       CROSS JOIN texts ON texts.article = articles.seq AND texts.version = articles.version`,
    )
    .all(JSON.stringify(articles));

/** The hidden ranges of each article, in their order. */
function readHidden(db: Database, articles: readonly number[]): Map<number, TextRange[]> {
  const hidden = new Map<number, TextRange[]>();
  const rows = db
    .prepare<TextRange & { article: number }>(
      `SELECT article, start, "end" FROM hidden_ranges
       WHERE article ${among} AND by <> 'offered' ORDER BY article, start`,
    )
    .all(JSON.stringify(articles));
  for (const { article, start, end } of rows) {
    const ranges = hidden.get(article);
    if (ranges === undefined) hidden.set(article, [{ start, end }]);
    else ranges.push({ start, end });
  }
  return hidden;
}

/** The forms of each thing asked for: a half-typed word and its beginning are one. */
function things(terms: readonly Term[], sources: TermSources): Sequence[][] {
  const byPlace = new Map<number, Sequence[]>();
  for (const term of terms) {
    byPlace.set(term.start, [...(byPlace.get(term.start) ?? []), ...formsOf(term, sources)]);
  }
  return [...byPlace.values()];
}

/** What a passage is not made of: hidden lines, and the title where the text begins with it. */
function leftOut({ title, text }: ArticleRow, hidden: readonly TextRange[]): readonly TextRange[] {
  if (title === '') return hidden;
  const start = beginning(text, hidden);
  if (text.charAt(start) !== title.charAt(0)) return hidden;
  const after = start + title.length;
  const repeats = evenly(text.slice(start, after)) === evenly(title);
  return repeats && /^\s*\n/.test(text.slice(after, after + 20))
    ? [...hidden, { start, end: after }].sort((a, b) => a.start - b.start)
    : hidden;
}

/** Where a text begins, white space and hidden lines passed over. */
function beginning(text: string, hidden: readonly TextRange[]): number {
  const firstWord = (from: number) => {
    const more = text.slice(from).search(/\S/);
    return more < 0 ? text.length : from + more;
  };
  let at = firstWord(0);
  for (const { start, end } of hidden) if (start <= at && at < end) at = firstWord(end);
  return at;
}

const evenly = (text: string): string => text.replace(/\s/g, ' ');

/** The articles as items of a list of results, the best passage of each with its hits. */
export function articleItems(
  db: Database,
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
  const hiddenOf = readHidden(db, articles);
  return readRows(db, articles).map((row) => {
    const hidden = leftOut(row, hiddenOf.get(row.seq) ?? []);
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
      detail: [row.container_title, row.issued ?? 'n.d.']
        .filter((part) => part !== null)
        .join(' · '),
      snippet,
      start: first.start,
      end: first.end,
    };
  });
}
