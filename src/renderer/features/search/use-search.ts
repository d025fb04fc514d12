import type { UseQueryResult } from '@tanstack/react-query';
import { create } from 'zustand';
import type { AttacheError } from '../../../shared/contract/errors.ts';
import type { Facets, SearchResult, SearchSort } from '../../../shared/model/search.ts';
import { useMethod } from '../../api/use-method.ts';

const perGroup = 10;

export const useSearchSort = create<{ readonly sort: SearchSort }>(() => ({ sort: 'relevance' }));

/** The answer to a query; the answer to the last one until it has come. */
export function useSearch(q: string): UseQueryResult<SearchResult, AttacheError> {
  const sort = useSearchSort((state) => state.sort);
  return useMethod(
    'search.query',
    { q, sort, limit: perGroup, typing: true },
    { enabled: q.trim() !== '', keepPrevious: true, superseded: true },
  );
}

/** How the articles of a query spread, asked for once its results are there. */
export function useFacets(q: string): Facets | undefined {
  const { isSuccess, isPlaceholderData } = useSearch(q);
  return useMethod(
    'search.facets',
    { q, typing: true },
    { enabled: isSuccess && !isPlaceholderData, keepPrevious: true, superseded: true },
  ).data;
}
