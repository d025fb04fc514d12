import { searchKinds, type SearchKind } from '../../../shared/model/search.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import type { LibraryContext } from '../context.ts';
import { countArticles } from './article-search.ts';
import { searchEngine } from './engine.ts';
import { findEntries, tableOf } from './notebook-search.ts';

/** How many results of `kinds` the whole query has, words of a question not left out. */
export function countResults(
  context: LibraryContext,
  q: string,
  kinds: readonly SearchKind[] = searchKinds,
): number {
  const { db } = context;
  const engine = searchEngine(context);
  engine.refresh();
  const { tree } = parseQuery(q);
  if (tree === null) return 0;
  const counts = kinds.map((kind) => {
    if (kind === 'articles') return countArticles(db, engine.condition(tree));
    const index = engine.notebook[tableOf[kind]];
    return findEntries({ db, kind, index, sources: engine.sources }, tree, 'date').length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
