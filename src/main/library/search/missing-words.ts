import type { Near } from '../../../shared/model/search.ts';
import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import type { Term } from '../../../shared/query/tree.ts';
import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';
import { expression, matchSequence } from './match.ts';
import type { SearchEngine } from './engine.ts';

/** The words asked for that nothing in the library has, each with near words it does have. */
export async function nearWords(
  db: Database,
  engine: SearchEngine,
  terms: readonly Term[],
  pause: Pause,
): Promise<Near[]> {
  const found: Near[] = [];
  for (const term of terms) {
    await pause();
    if (!isMissing(db, engine, term)) continue;
    await engine.near.ready();
    const [word = ''] = sequenceOfTerm(term).terms;
    const suggestions = engine.near.near(word);
    const { text, start, end } = term;
    if (suggestions.length > 0) found.push({ word: text, suggestions, start, end });
  }
  return found;
}

/** True for a plain word that neither an article nor the notebook has in any form. */
function isMissing(db: Database, { words, notebook }: SearchEngine, term: Term): boolean {
  const { kind, field } = term;
  if (kind !== 'word' || (field !== null && field !== 'title')) return false;
  const sequence = sequenceOfTerm(term);
  if (sequence.stem === null || words.hasLately(sequence.stem)) return false;
  const inArticles = db
    .prepare('SELECT rowid FROM article_fts WHERE article_fts MATCH ? LIMIT 1')
    .get(expression(matchSequence(sequence, false)));
  if (inArticles !== undefined) return false;
  return !Object.values(notebook).some(
    (index) => index.find(sequence, { titleOnly: false, fuzzy: false }).size > 0,
  );
}
