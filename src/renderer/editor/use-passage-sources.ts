import { useCallback, useMemo } from 'react';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { ArticleSummary } from '../../shared/model/article.ts';
import { useMethod } from '../api/use-method.ts';
import { formatIssued } from '../messages/dates.ts';
import { useMessages } from '../messages/messages.ts';

const nothing: readonly Annotation[] = [];

export interface PassageSources {
  /** All passages of the library; undefined until they have arrived. */
  readonly annotations: readonly Annotation[] | undefined;
  readonly listed: readonly Annotation[];
  readonly articles: ReadonlyMap<string, ArticleSummary>;
  /** "The Daily Quay, 11 Mar 2031": where a passage is from. */
  readonly sourceOf: (passage: Pick<Annotation, 'articleId'>) => string;
}

/** The passages a document can cite, and where they are from. */
export function usePassageSources(): PassageSources {
  const m = useMessages();
  const { data: annotations } = useMethod('annotations.list', { limit: 100_000 });
  const { data: page } = useMethod('articles.list', { limit: 1000 });
  const articles = useMemo(
    () => new Map((page?.items ?? []).map((article) => [article.id, article])),
    [page],
  );
  const sourceOf = useCallback(
    ({ articleId }: Pick<Annotation, 'articleId'>) => {
      const article = articles.get(articleId);
      if (article === undefined) return '';
      const date = formatIssued(article.issued) ?? m('briefings.noDate');
      return `${article['container-title'] ?? article.title}, ${date}`;
    },
    [articles, m],
  );
  const items = annotations?.items;
  return useMemo(
    () => ({ annotations: items, listed: items ?? nothing, articles, sourceOf }),
    [items, articles, sourceOf],
  );
}
