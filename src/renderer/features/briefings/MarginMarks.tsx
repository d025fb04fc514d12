import { memo, useMemo } from 'react';
import type { CoveredSentence } from '../../../shared/briefing/coverage.ts';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import css from './MarginMarks.module.css';
import { inSight, useVisibleText } from '../../editor/long-page/visible-text.ts';
import { useHighlights } from '../../editor/use-highlights.ts';
import { usePlaces } from './use-places.ts';

export interface MarginMarksProps {
  readonly container: HTMLElement | null;
  readonly read: DocumentText;
  readonly sentences: readonly CoveredSentence[];
}

const step = 13;

/** A mark in the margin where each sentence begins; the last one of a line stands next to the text. */
export const MarginMarks = memo(function MarginMarks({
  container,
  read,
  sentences: all,
}: MarginMarksProps) {
  const sight = useVisibleText(read);
  const sentences = useMemo(() => inSight(all, sight), [all, sight]);
  const places = usePlaces(container, read, sentences);
  const gaps = useMemo(
    () => sentences.filter(({ state }) => state === 'needs-source'),
    [sentences],
  );
  useHighlights('briefing-gap', read, gaps);
  const lines = Map.groupBy(sentences.keys(), (index) => Math.round(places[index]?.top ?? -1));
  return (
    <div className={css.margin} aria-hidden>
      {[...lines].flatMap(([top, indices]) =>
        top < 0
          ? []
          : indices.map((index, position) => (
              <span
                key={index}
                className={css.mark}
                data-state={sentences[index]?.state}
                style={{
                  top: top + (places[index]?.height ?? 0) / 2,
                  right: (indices.length - 1 - position) * step,
                }}
              />
            )),
      )}
    </div>
  );
});
