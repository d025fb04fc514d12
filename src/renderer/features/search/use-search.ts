import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { AttacheError } from '../../../shared/contract/errors.ts';
import type { Facets, Near, SearchResult, SearchSort } from '../../../shared/model/search.ts';
import { useMethod } from '../../api/use-method.ts';
import { isInResults } from './results-focus.ts';

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

/** A query is settled when its results are there and nothing was typed for so long, in ms. */
const restMs = 150;

/** Whether the person has stopped typing for a moment: time for what may come after the results. */
export function useSettled(q: string): boolean {
  const { isSuccess, isPlaceholderData } = useSearch(q);
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(q), restMs);
    return () => clearTimeout(timer);
  }, [q]);
  return isSuccess && !isPlaceholderData && settled === q;
}

/**
 * The answer with all matches, where the first one left some out for speed and the person has not
 * begun to walk through the results.
 */
export function useWholeSearch(q: string): SearchResult | undefined {
  const sort = useSearchSort((state) => state.sort);
  const { data } = useSearch(q);
  const settled = useSettled(q);
  const isPart = data?.titlesOnly === true || data?.unfinished === true;
  const enabled = settled && isPart && !isInResults();
  return useMethod(
    'search.query',
    { q, sort, limit: perGroup, typing: true, thorough: true },
    { enabled, superseded: true },
  ).data;
}

/** How the articles of a query spread; how those of the last one did (`isOld`) until it is known. */
export function useFacets(q: string): { facets: Facets | undefined; isOld: boolean } {
  const enabled = useSettled(q);
  const sort = useSearchSort((state) => state.sort);
  const { data, isPlaceholderData } = useMethod(
    'search.facets',
    { q, typing: true, sort },
    { enabled, keepPrevious: true, superseded: true },
  );
  return { facets: data, isOld: isPlaceholderData };
}

/** The fields whose values are names that the library has. */
const named: ReadonlySet<string> = new Set(['outlet', 'author', 'tag', 'actor', 'said']);

/** Words and names near those of a query that nothing has. */
export function useNear(q: string): readonly Near[] {
  const { data } = useSearch(q);
  const missing =
    data !== undefined &&
    (data.relaxed === true ||
      data.understood.some(({ field }) => field !== undefined && named.has(field)) ||
      data.groups.every(({ kind, total }) => kind !== 'articles' || total === 0));
  const enabled = useSettled(q) && missing;
  const { data: near } = useMethod(
    'search.near',
    { q, typing: true },
    { enabled, superseded: true },
  );
  return enabled && near !== undefined ? near.items : [];
}
