import type { UseQueryResult } from '@tanstack/react-query';
import { create } from 'zustand';
import type { AttacheError } from '../../../shared/contract/errors.ts';
import type { SearchResult } from '../../../shared/model/search.ts';
import { useMethod } from '../../api/use-method.ts';

const perGroup = 10;

export type SearchSort = 'relevance' | 'date';

export const useSearchSort = create<{ readonly sort: SearchSort }>(() => ({ sort: 'relevance' }));

/** The answer to a query; the answer to the last one until it has come. */
export function useSearch(q: string): UseQueryResult<SearchResult, AttacheError> {
  const sort = useSearchSort((state) => state.sort);
  return useMethod(
    'search.query',
    { q, sort, limit: perGroup, typing: true, facets: true },
    { enabled: q.trim() !== '', keepPrevious: true },
  );
}
