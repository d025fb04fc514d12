import { useMemo, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { selectAnnotation, useSelection } from '../../state/selection.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import { AnnotationFilter } from './AnnotationFilter.tsx';
import { everything, passes, type Filter } from './filter.ts';
import css from './AnnotationsPanel.module.css';

export interface AnnotationsPanelProps {
  readonly articleId: string;
}

const none: readonly Annotation[] = [];

/** The passages of the open article in the order of its text: the text form of what is painted. */
export function AnnotationsPanel({ articleId }: AnnotationsPanelProps) {
  const m = useMessages();
  const annotations = useMethod('annotations.list', { articleId }).data?.items ?? none;
  const chosen = useSelection((state) => state.annotationId);
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
      <header className={css.header}>
        <h2 className={css.title}>{m('annotations.title')}</h2>
        <span className={css.count}>{annotations.length}</span>
        <AnnotationFilter annotations={annotations} filter={filter} onChange={setFilter} />
      </header>
      {annotations.length === 0 ? (
        <p className={css.empty}>{m('annotations.empty')}</p>
      ) : (
        <ul className={css.list}>
          {shown.map((annotation) => (
            <li key={annotation.id}>
              <AnnotationCard
                annotation={annotation}
                current={annotation.id === chosen}
                onChoose={() => selectAnnotation(annotation.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
