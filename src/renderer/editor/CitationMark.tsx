import { useCallback, useState } from 'react';
import type { Stance } from '../../shared/model/stance.ts';
import { useMessages } from '../messages/messages.ts';
import { href } from '../state/route.ts';
import { useCitation, type ShownCitation } from './citations.ts';
import { CitationPopover } from './CitationPopover.tsx';
import { PassageCard } from './PassageCard.tsx';
import { StanceChoice } from './StanceChoice.tsx';
import css from './marks.module.css';

export interface CitationMarkProps {
  readonly annotationId: string;
  readonly stance: Stance | undefined;
  readonly onStance: (stance: Stance | undefined) => void;
}

const signs: Readonly<Record<Stance, string>> = {
  supports: '+',
  contradicts: '\u2212',
  qualifies: '~',
};
/** Keys that say how the focused citation bears on its sentence; the same key again takes it back. */
const stanceKeys: Readonly<Record<string, Stance>> = {
  '+': 'supports',
  '-': 'contradicts',
  '~': 'qualifies',
};

/**
 * The number of a citation, with how it bears on its sentence; hovering shows the passage, clicking
 * opens its article there.
 */
export function CitationMark({ annotationId, stance, onStance }: CitationMarkProps) {
  const m = useMessages();
  const citation = useCitation(annotationId);
  const [mark, setMark] = useState<HTMLAnchorElement | null>(null);
  const [near, setNear] = useState(false);
  const leave = useCallback(() => setNear(false), []);
  const number = citation?.number ?? 0;
  const address = addressOf(citation);
  const change = citation?.change ?? null;
  const quote = citation?.quote ?? '';
  const passage =
    change === null
      ? m('briefings.citation', { number, quote })
      : `${m(`citations.changed.${change}`, { number })} ${quote}`;
  const name = stance === undefined ? passage : `${m(`briefings.stance.${stance}`)}. ${passage}`;
  return (
    <>
      <a
        ref={setMark}
        href={address}
        className={css.citation}
        data-doubtful={change !== null || undefined}
        aria-label={name}
        onMouseEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
        onClick={(event) => {
          event.preventDefault();
          follow(address);
        }}
        onKeyDown={(event) => {
          const pressed = stanceKeys[event.key];
          if (pressed === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          onStance(pressed === stance ? undefined : pressed);
        }}
        aria-keyshortcuts="+ - ~"
        data-stance={stance}
      >
        {number === 0 ? '·' : number}
        {stance !== undefined && signs[stance]}
        {change !== null && '?'}
      </a>
      {near && mark !== null && citation !== undefined && (
        <CitationPopover mark={mark} onLeave={leave}>
          <PassageCard citation={citation} />
          <StanceChoice stance={stance} onStance={onStance} />
        </CitationPopover>
      )}
    </>
  );
}

const follow = (address: string): void => {
  window.location.hash = address;
};

/** Where a citation leads: its passage, its article where the passage was lost, else nowhere. */
function addressOf(citation: ShownCitation | undefined): string {
  if (citation?.articleId == null) return window.location.hash;
  const { articleId, start, end, status } = citation;
  const placed = status === 'exact' || status === 'moved';
  return href({ name: 'article', id: articleId, ...(placed ? { start, end } : {}) });
}
