import type { SearchItem } from '../../../shared/model/search.ts';
import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { placesOf } from './article-places.ts';
import type { FieldValues } from './field-values.ts';
import { HitFinder } from './hits.ts';
import { bestPassage, merged, passageWidth } from './snippet.ts';

interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly container_title: string | null;
  readonly issued: string | null;
  readonly text: string;
}

/** The articles as items of a list of results, the best passage of each with its hits. */
export function articleItems(
  db: Database,
  articles: readonly number[],
  terms: readonly Term[],
  values: FieldValues,
): SearchItem[] {
  const read = db.prepare<ArticleRow>(
    `SELECT id, title, container_title, issued, text FROM articles
     JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
     WHERE articles.seq = ?`,
  );
  const readHidden = db.prepare<{ start: number; end: number }>(
    `SELECT start, "end" FROM hidden_ranges WHERE article = ? AND by <> 'offered'`,
  );
  const words = terms.filter(({ field }) => field === null);
  const titleWords = terms.filter(({ field }) => field === null || field === 'title');
  const inText = new HitFinder(words.map(sequenceOfTerm));
  const inTitle = new HitFinder(titleWords.map(sequenceOfTerm));
  const placed = terms.filter(({ field }) => field !== null);
  return articles.flatMap((seq) => {
    const row = read.get(seq);
    if (row === undefined) return [];
    const hidden = readHidden.all(seq);
    const hits = inText.findUntilAll(row.text, passageWidth, hidden);
    for (const [index, term] of placed.entries()) {
      const places = placesOf(db, seq, term, values);
      hits.push(...places.map(({ start, end }) => ({ start, end, of: words.length + index })));
    }
    if (placed.length > 0) hits.sort((a, b) => a.start - b.start || b.end - a.end);
    const { snippet, first } = bestPassage(row.text, hits, hidden);
    return {
      id: row.id,
      articleId: row.id,
      title: row.title,
      titleHits: merged(inTitle.find(row.title)),
      detail: [row.container_title, row.issued ?? 'n.d.']
        .filter((part) => part !== null)
        .join(' · '),
      snippet,
      ...first,
    };
  });
}
