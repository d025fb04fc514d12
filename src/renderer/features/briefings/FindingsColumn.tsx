import { useLayoutEffect, useRef } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
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
export function FindingsColumn({ container, read, findings, actions }: FindingsColumnProps) {
  const places = usePlaces(container, read, findings);
  const column = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let bottom = 0;
    for (const [index, card] of [...(column.current?.children ?? [])].entries()) {
      if (!(card instanceof HTMLElement)) continue;
      const top = Math.max(places[index]?.top ?? bottom, bottom);
      card.style.top = `${top}px`;
      bottom = top + card.offsetHeight + gap;
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
}
