import { searchKinds, type SearchKind } from '../../../shared/model/search.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import type { LibraryContext } from '../context.ts';
import { slices } from '../slices.ts';
import { countArticles } from './article-search.ts';
import { searchEngine } from './engine.ts';
import { findEntries, tableOf } from './notebook-search.ts';

/** How many results of `kinds` the whole query has, words of a question not left out. */
export async function countResults(
  context: LibraryContext,
  q: string,
  kinds: readonly SearchKind[] = searchKinds,
): Promise<number> {
  const { db } = context;
  const engine = searchEngine(context);
  engine.refresh();
  const { tree } = parseQuery(q);
  if (tree === null) return 0;
  let sum = 0;
  for (const kind of kinds) {
    if (kind === 'articles') {
      const condition = engine.condition(tree);
      const articles = await engine.words.findAll(condition, slices());
      sum += articles?.length ?? countArticles(db, condition);
    } else {
      const index = engine.notebook[tableOf[kind]];
      sum += findEntries({ db, kind, index, sources: engine.sources }, tree, 'date').length;
    }
  }
  return sum;
}
