import { useCallback, useMemo } from 'react';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { ArticleSummary } from '../../shared/model/article.ts';
import { useMethod, useMethodEach } from '../api/use-method.ts';
import { formatIssued } from '../messages/dates.ts';
import { useMessages } from '../messages/messages.ts';

const nothing: readonly Annotation[] = [];
const mostAtOnce = 1000;

export interface PassageSources {
  /** All passages of the library; undefined until they have arrived. */
  readonly annotations: readonly Annotation[] | undefined;
  readonly listed: readonly Annotation[];
  readonly articles: ReadonlyMap<string, ArticleSummary>;
  /** "The Daily Quay, 11 Mar 2031": where a passage is from. */
  readonly sourceOf: (passage: Pick<Annotation, 'articleId'>) => string;
}

/** The articles of passages that are not among the newest, as many as can be asked for at once. */
function othersOf(
  passages: readonly Annotation[] | undefined,
  newest: readonly ArticleSummary[] | undefined,
): string[][] {
  if (passages === undefined || newest === undefined) return [];
  const known = new Set(newest.map(({ id }) => id));
  const ids = [...new Set(passages.map(({ articleId }) => articleId))].filter(
    (id) => !known.has(id),
  );
  const count = Math.ceil(ids.length / mostAtOnce);
  return Array.from({ length: count }, (_, i) => ids.slice(i * mostAtOnce, (i + 1) * mostAtOnce));
}

/** The passages a document can cite, and where they are from. */
export function usePassageSources(): PassageSources {
  const m = useMessages();
  const { data: annotations } = useMethod('annotations.list', { limit: 100_000 });
  const { data: newest } = useMethod('articles.list', { limit: mostAtOnce });
  const others = useMethodEach(
    'articles.list',
    useMemo(
      () => othersOf(annotations?.items, newest?.items).map((ids) => ({ ids, limit: mostAtOnce })),
      [annotations, newest],
    ),
  );
  const articles = useMemo(
    () =>
      new Map(
        [newest, ...others].flatMap((page) =>
          (page?.items ?? []).map((article) => [article.id, article] as const),
        ),
      ),
    [newest, others],
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
