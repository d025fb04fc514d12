import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { inSight, useVisibleText } from '../../editor/long-page/visible-text.ts';
import { FindingCard, type FindingActions } from './FindingCard.tsx';
import type { Finding } from './findings.ts';
import css from './FindingsColumn.module.css';
import { usePlaces } from './use-places.ts';

export interface FindingsColumnProps {
  readonly container: HTMLElement | null;
  readonly read: DocumentText;
  readonly findings: readonly Finding[];
  readonly actions: FindingActions;
}

const gap = 10;

/** Findings beside the lines they are about; where two would overlap, the later one moves down. */
export const FindingsColumn = memo(function FindingsColumn({
  container,
  read,
  findings: all,
  actions,
}: FindingsColumnProps) {
  const sight = useVisibleText(read);
  const findings = useMemo(() => inSight(all, sight), [all, sight]);
  const places = usePlaces(container, read, findings);
  const column = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cards = [...(column.current?.children ?? [])].filter(
      (card) => card instanceof HTMLElement,
    );
    // All heights are read before a place is written, so that the page is laid out once.
    const heights = cards.map((card) => card.offsetHeight);
    let bottom = 0;
    for (const [index, card] of cards.entries()) {
      const top = Math.max(places[index]?.top ?? bottom, bottom);
      card.style.top = `${top}px`;
      bottom = top + (heights[index] ?? 0) + gap;
    }
  });
  return (
    <div ref={column} className={css.column}>
      {findings.map((finding) => (
        <div key={finding.id} className={css.finding}>
          <FindingCard finding={finding} actions={actions} />
        </div>
      ))}
    </div>
  );
});
