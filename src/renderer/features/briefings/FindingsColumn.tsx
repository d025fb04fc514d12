import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { inSight, useVisibleText } from '../../editor/long-page/visible-text.ts';
import { useMessages } from '../../messages/messages.ts';
import { FindingCard, type FindingActions } from './FindingCard.tsx';
import type { Finding } from './findings.ts';
import css from './FindingsColumn.module.css';
import { usePlaces } from './use-places.ts';
import { beginningOf } from '../../../shared/text/shorten.ts';

export interface FindingsColumnProps {
  readonly container: HTMLElement | null;
  readonly read: DocumentText;
  readonly findings: readonly Finding[];
  readonly actions: FindingActions;
}

const gap = 10;
/** Enough to know a sentence by. */
const mostHeard = 80;

const startOf = (text: string, { start, end }: Finding): string =>
  beginningOf(text.slice(start, end), mostHeard);

/** Findings beside the lines they are about; where two would overlap, the later one moves down. */
export const FindingsColumn = memo(function FindingsColumn({
  container,
  read,
  findings: all,
  actions,
}: FindingsColumnProps) {
  const m = useMessages();
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
    <div ref={column} className={css.column} role="list" aria-label={m('briefings.findingsBeside')}>
      {findings.map((finding) => (
        <div key={finding.id} className={css.finding} role="listitem">
          <p className="visually-hidden">
            {m('briefings.findingOn', { words: startOf(read.text, finding) })}
          </p>
          <FindingCard finding={finding} actions={actions} />
        </div>
      ))}
    </div>
  );
});
