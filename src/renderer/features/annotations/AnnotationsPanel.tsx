import { useMemo, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMethod } from '../../api/use-method.ts';
import { mostPassages } from '../../reading/most-passages.ts';
import { useMessages } from '../../messages/messages.ts';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { AnnotationFilter } from './AnnotationFilter.tsx';
import { CardList } from './CardList.tsx';
import { everything, passes, type Filter } from './filter.ts';
import css from './AnnotationsPanel.module.css';

export interface AnnotationsPanelProps {
  readonly articleId: string;
}

const none: readonly Annotation[] = [];

/** The passages of the open article in the order of its text: the text form of what is painted. */
export function AnnotationsPanel({ articleId }: AnnotationsPanelProps) {
  const m = useMessages();
  const { data } = useMethod('annotations.list', { articleId, limit: mostPassages });
  const annotations = data?.items ?? none;
  const [filter, setFilter] = useState<Filter>(everything);
  const shown = useMemo(
    () =>
      annotations
        .filter((annotation) => passes(filter, annotation))
        .toSorted((a, b) => a.start - b.start || b.end - a.end),
    [annotations, filter],
  );

  return (
    <section className={css.panel} aria-label={m('annotations.title')}>
      <PaneHeader title={m('annotations.title')} count={data?.items.length}>
        <AnnotationFilter annotations={annotations} filter={filter} onChange={setFilter} />
      </PaneHeader>
      {data?.items.length === 0 ? (
        <p className={css.empty}>{m('annotations.empty')}</p>
      ) : (
        <CardList annotations={shown} />
      )}
    </section>
  );
}
