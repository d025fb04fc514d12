import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ArticleSummary } from '../../../shared/model/article.ts';
import { useMethodPages } from '../../api/use-method.ts';
import { useListView } from '../../state/list-view.ts';

const pageSize = 200;

export interface Articles {
  /** To say why there is none, and to ask again. */
  readonly answer: Pick<UseQueryResult, 'error' | 'refetch'>;
  /** The articles fetched so far, in the order of the list. */
  readonly items: readonly ArticleSummary[];
  /** All articles of this list, fetched or not; undefined until the first answer. */
  readonly total: number | undefined;
  readonly fetchMore: () => void;
}

/** The article list as it is sorted and filtered now, page by page. */
export function useArticles(): Articles {
  const { sort, unread, query } = useListView();
  const answer = useMethodPages('articles.list', {
    sort,
    limit: pageSize,
    ...(unread ? { unread } : {}),
    ...(query === '' ? {} : { query }),
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { answer, items, total: data?.pages[0]?.total, fetchMore };
}
