import { useMemo, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { selectAnnotation, useSelection } from '../../state/selection.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import { AnnotationFilter } from './AnnotationFilter.tsx';
import { everything, passes, type Filter } from './filter.ts';
import css from './AnnotationsView.module.css';

export interface AnnotationsViewProps {
  /** Only passages that were lost when their text changed. */
  readonly lost: boolean;
}

const none: readonly Annotation[] = [];
const pageSize = 200;

/** Every passage of the library, newest first; choosing one opens its article there. */
export function AnnotationsView({ lost }: AnnotationsViewProps) {
  const m = useMessages();
  const { data } = useMethod('annotations.list', lost ? { status: 'orphaned' } : {});
  const articles = useMethod('articles.list', { limit: 1000 }).data?.items;
  const chosen = useSelection((state) => state.annotationId);
  const [filter, setFilter] = useState<Filter>(everything);
  const [pages, setPages] = useState(1);
  const annotations = data?.items ?? none;
  const titles = useMemo(() => new Map(articles?.map(({ id, title }) => [id, title])), [articles]);
  const shown = useMemo(
    () =>
      annotations
        .filter((annotation) => passes(filter, annotation))
        .toSorted((a, b) => b.created.localeCompare(a.created)),
    [annotations, filter],
  );
  const title = m(lost ? 'annotations.lostTitle' : 'annotations.title');
  const open = ({ id, articleId, start, end, status }: Annotation) => {
    selectAnnotation(id);
    // A lost passage has no place: what stands at its old offsets are other words.
    navigate({
      name: 'article',
      id: articleId,
      ...(status === 'orphaned' ? {} : { start, end }),
    });
  };
  return (
    <section className={css.view} aria-label={title}>
      <header className={css.header}>
        <h1 className={css.title}>{title}</h1>
        <span className={css.count}>{m('annotations.count', { count: shown.length })}</span>
        <AnnotationFilter annotations={annotations} filter={filter} onChange={setFilter} />
      </header>
      {data !== undefined && annotations.length === 0 ? (
        <EmptyState>{m(lost ? 'annotations.noneLost' : 'annotations.none')}</EmptyState>
      ) : (
        <ul className={css.list}>
          {shown.slice(0, pages * pageSize).map((annotation) => (
            <li key={annotation.id}>
              <AnnotationCard
                annotation={annotation}
                current={annotation.id === chosen}
                source={titles.get(annotation.articleId) ?? ''}
                onChoose={() => open(annotation)}
              />
            </li>
          ))}
          {shown.length > pages * pageSize && (
            <li>
              <button type="button" className={css.more} onClick={() => setPages(pages + 1)}>
                {m('annotations.more', { count: shown.length - pages * pageSize })}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
