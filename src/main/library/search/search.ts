import type { SearchGroup, SearchKind, SearchResult } from '../../../shared/model/search.ts';
import { searchKinds } from '../../../shared/model/search.ts';
import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import { visitTerms, type Term } from '../../../shared/query/tree.ts';
import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { articleItems, findArticles } from './article-search.ts';
import { searchEngine } from './engine.ts';

export function searchHandlers(context: LibraryContext): Handlers<'search.query'> {
  const engine = searchEngine(context);
  return {
    'search.query': (input) => {
      const parsed = parseQuery(input.q);
      const [error] = parsed.errors;
      const kinds = wantedKinds(input);
      const groups: SearchGroup[] = [];
      let bounded = false;
      if (parsed.tree !== null && kinds.includes('articles')) {
        const terms: Term[] = [];
        visitTerms(parsed.tree, (term, negated) => {
          if (!negated && (term.field === null || term.field === 'title')) terms.push(term);
        });
        const offset = Number(input.cursor ?? 0);
        const page = findArticles(context.db, engine.condition(parsed.tree), {
          sort: input.sort ?? 'relevance',
          offset,
          limit: input.limit,
        });
        const next = offset + input.limit;
        ({ bounded } = page);
        groups.push({
          kind: 'articles',
          total: page.total,
          items: articleItems(context.db, page.articles, {
            sequences: terms.filter(({ field }) => field === null).map(sequenceOfTerm),
            inTitle: terms.map(sequenceOfTerm),
          }),
          nextCursor: next < page.total ? String(next) : null,
        });
      }
      const result: SearchResult = { understood: chips(parsed), groups };
      if (error !== undefined) result.error = error;
      if (bounded) result.bounded = true;
      return result;
    },
  };
}

function wantedKinds({ in: kinds }: Parsed<'search.query'>): readonly SearchKind[] {
  if (kinds === undefined) return searchKinds;
  return typeof kinds === 'string' ? [kinds] : kinds;
}
