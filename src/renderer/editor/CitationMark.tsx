import {
  autoUpdate,
  flip,
  FloatingPortal,
  offset,
  safePolygon,
  shift,
  useDismiss,
  useFloating,
  useFocus,
  useHover,
  useInteractions,
} from '@floating-ui/react';
import { useState } from 'react';
import { useMessages } from '../messages/messages.ts';
import { href } from '../state/route.ts';
import { useCitations, type ShownCitation } from './citations.ts';
import { PassageCard } from './PassageCard.tsx';
import css from './marks.module.css';

/** The number of a citation; hovering shows the passage, clicking opens its article there. */
export function CitationMark({ annotationId }: { readonly annotationId: string }) {
  const m = useMessages();
  const citation = useCitations().shown.get(annotationId);
  const [open, setOpen] = useState(false);
  const [reference, setReference] = useState<Element | null>(null);
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const { floatingStyles, context } = useFloating({
    elements: { reference, floating },
    open,
    onOpenChange: setOpen,
    placement: 'bottom',
    middleware: [offset(6), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useHover(context, { delay: { open: 150, close: 80 }, handleClose: safePolygon() }),
    useFocus(context),
    useDismiss(context),
  ]);
  const number = citation?.number ?? 0;
  const address = addressOf(citation);
  const change = citation?.change ?? null;
  const quote = citation?.quote ?? '';
  const name =
    change === null
      ? m('briefings.citation', { number, quote })
      : `${m(`citations.changed.${change}`, { number })} ${quote}`;
  return (
    <>
      <a
        ref={setReference}
        href={address}
        className={css.citation}
        data-doubtful={change !== null || undefined}
        aria-label={name}
        {...getReferenceProps({
          onClick: (event) => {
            event.preventDefault();
            follow(address);
          },
        })}
      >
        {number === 0 ? '·' : number}
        {change !== null && '?'}
      </a>
      {open && citation !== undefined && (
        <FloatingPortal>
          <div
            ref={setFloating}
            className={css.card}
            style={floatingStyles}
            {...getFloatingProps()}
          >
            <PassageCard citation={citation} />
          </div>
        </FloatingPortal>
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
