import { useMemo } from 'react';
import { create } from 'zustand';
import type { Input } from '../../../shared/contract/methods.ts';
import type { AnnotationSort } from '../../../shared/model/annotation.ts';
import { useMethod } from '../../api/use-method.ts';

/** What the list of all passages is narrowed to; kept while the person reads an article. */
export type LibraryFilter = Omit<Input<'annotations.ids'>, 'sort'>;

interface AnnotationView {
  readonly filter: LibraryFilter;
  readonly sort: AnnotationSort;
}

export const useAnnotationView = create<AnnotationView>(() => ({ filter: {}, sort: '-created' }));

/** Narrows by these as well; what is undefined is no longer asked for. */
export const narrow = (changes: LibraryFilter): void =>
  useAnnotationView.setState(({ filter }) => ({ filter: { ...filter, ...changes } }));

export const widen = (): void => useAnnotationView.setState({ filter: {} });

/** Rows asked for at a time. */
const pageSize = 100;

/** The rows around `index`, with the articles they stand in. Rows of one page share one answer. */
export function useRow(index: number) {
  const { filter, sort } = useAnnotationView();
  const page = Math.floor(index / pageSize);
  const { data } = useMethod('annotations.list', {
    ...filter,
    sort,
    offset: page * pageSize,
    limit: pageSize,
  });
  const articleIds = useMemo(
    () => [...new Set(data?.items.map(({ articleId }) => articleId))].sort(),
    [data],
  );
  const { data: articles } = useMethod(
    'articles.list',
    { ids: articleIds, limit: pageSize },
    { enabled: articleIds.length > 0, keepPrevious: true },
  );
  const annotation = data?.items[index % pageSize];
  return {
    annotation,
    article: articles?.items.find(({ id }) => id === annotation?.articleId),
  };
}
