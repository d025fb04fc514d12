import { visitTerms, type QueryNode } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { shortPrefix } from './match.ts';

/**
 * In the texts of so many articles a beginning of one or two letters is looked for at every
 * keystroke, and of so many where there is time: it is gathered from most of the index.
 */
const mostArticles = { atOnce: 3000, thorough: 60_000 } as const;

/** Where a query's beginnings of one or two letters are looked for; null where it has none. */
export function placeOfShortPrefixes(
  db: Database,
  tree: QueryNode,
  thorough: boolean,
): 'texts' | 'titles' | null {
  let some = false;
  visitTerms(tree, (term) => {
    some ||= term.field === null && term.halfTyped !== true && shortPrefix(term) !== null;
  });
  if (!some) return null;
  const most = thorough ? mostArticles.thorough : mostArticles.atOnce;
  const { n } = db
    .prepare<{ n: number }>('SELECT count(*) AS n FROM (SELECT 1 FROM articles LIMIT ?)')
    .get(most + 1) ?? { n: 0 };
  return n <= most ? 'texts' : 'titles';
}
