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
import { quoted } from '../../shared/briefing/append-quotation.ts';
import { useMessages } from '../messages/messages.ts';
import { formatIssued } from '../messages/dates.ts';
import { href } from '../state/route.ts';
import { useCitation, type ShownCitation } from './citations.ts';
import css from './marks.module.css';

/** The number of a citation; hovering shows the passage, clicking opens its article there. */
export function CitationMark({ annotationId }: { readonly annotationId: string }) {
  const m = useMessages();
  const citation = useCitation(annotationId);
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
  const doubtful = citation !== undefined && citation.status !== 'exact';
  const name =
    citation?.status === 'deleted'
      ? m('briefings.citationGone', { number })
      : m('briefings.citation', { number, quote: citation?.quote ?? '' });
  return (
    <>
      <a
        ref={setReference}
        href={address}
        className={css.citation}
        data-doubtful={doubtful || undefined}
        aria-label={name}
        {...getReferenceProps({
          onClick: (event) => {
            event.preventDefault();
            follow(address);
          },
        })}
      >
        {number === 0 ? '·' : number}
        {doubtful && '?'}
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

function PassageCard({ citation }: { readonly citation: ShownCitation }) {
  const m = useMessages();
  const { quote, outlet, title, issued, status, number } = citation;
  const warning = {
    exact: null,
    moved: m('briefings.sourceMoved', { number }),
    orphaned: m('briefings.sourceLost', { number }),
    deleted: m('briefings.sourceDeleted', { number }),
  }[status];
  return (
    <>
      <p className={css.quote}>{quoted(quote)}</p>
      <p className={css.source}>
        {[outlet, title, formatIssued(issued) ?? m('briefings.noDate')]
          .filter((part) => part !== null && part !== '')
          .join(', ')}
      </p>
      {warning !== null && <p className={css.warning}>{warning}</p>}
    </>
  );
}
