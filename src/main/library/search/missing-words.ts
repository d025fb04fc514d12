import type { SearchResult } from '../../../shared/model/search.ts';
import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { matchSequence } from './match.ts';
import type { SearchEngine } from './engine.ts';

/** The words asked for that nothing in the library has, each with near words it does have. */
export function nearWords(
  db: Database,
  { near, notebook }: SearchEngine,
  terms: readonly Term[],
): NonNullable<SearchResult['near']> {
  const inArticles = db.prepare<{ rowid: number }>(
    'SELECT rowid FROM article_fts WHERE article_fts MATCH ? LIMIT 1',
  );
  const inNotebook = (sequence: ReturnType<typeof sequenceOfTerm>) =>
    Object.values(notebook).some(
      (index) => index.find(sequence, { titleOnly: false, fuzzy: false }).size > 0,
    );
  const words = terms.filter(
    ({ kind, field }) => kind === 'word' && (field === null || field === 'title'),
  );
  return words.flatMap((term) => {
    const sequence = sequenceOfTerm(term);
    const [word = ''] = sequence.terms;
    if (sequence.stem === null || inArticles.get(matchSequence(sequence, false)) !== undefined)
      return [];
    if (inNotebook(sequence)) return [];
    const suggestions = near.near(word);
    return suggestions.length > 0 ? [{ word: term.text, suggestions }] : [];
  });
}
