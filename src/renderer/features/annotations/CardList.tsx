import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { selectAnnotation, useSelection } from '../../state/selection.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import css from './CardList.module.css';

/** Up to this many cards are all built, so that the browser's own find and Tab reach them. */
const allBuilt = 100;
/** A card of two lines, in CSS px: cards are measured once they are there. */
const usualHeight = 84;

/** Cards in the order of the text; of very many only those in sight are built. */
export function CardList({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useSelection((state) => state.annotationId);
  const count = annotations.length;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => annotations[index]?.id ?? index,
    overscan: count <= allBuilt ? count : 6,
  });
  const chosenIndex = annotations.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (chosenIndex >= 0) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' });
  }, [chosenIndex, virtualizer]);
  return (
    <div ref={scroller} className={css.scroller}>
      <ul className={css.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const annotation = annotations[index];
          return (
            annotation !== undefined && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={count}
                aria-posinset={index + 1}
                className={css.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                <AnnotationCard
                  annotation={annotation}
                  current={annotation.id === chosen}
                  onChoose={() => selectAnnotation(annotation.id)}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
