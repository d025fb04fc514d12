import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ActorProposal } from '../../../../shared/model/actor.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { takesText } from '../../../state/keymap.ts';
import { Button } from '../../../ui/Button.tsx';
import { keyOf } from './drafts.ts';
import { ProposedRow } from './ProposedRow.tsx';
import type { Proposals } from './use-proposals.ts';
import css from './ProposedView.module.css';

const shownAtFirst = 50;
const boxesIn = 'input[type="checkbox"][data-row]';

interface ProposedListProps {
  readonly proposals: Proposals;
  /** Those of them that are shown. */
  readonly items: readonly ActorProposal[];
}

/** The rows; arrows move from box to box, the keys of the hint act on the row in focus. */
export function ProposedList({ proposals, items }: ProposedListProps) {
  const m = useMessages();
  const { chosen } = proposals;
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(shownAtFirst);
  const [active, setActive] = useState(0);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const visible = items.slice(0, shown);
  const places = visible.flatMap(({ evidence }) => evidence.slice(0, 1));
  const excerpts = useMethod('articles.excerpts', { places }, { keepPrevious: true }).data?.items;
  const current = Math.min(active, visible.length - 1);

  /** The row that has the focus once the list has changed: the one in focus may go away. */
  const wanted = useRef<{ readonly index: number; readonly of: typeof items } | null>(null);
  useEffect(() => {
    if (wanted.current === null || wanted.current.of === items) return;
    const boxes = list.current?.querySelectorAll<HTMLElement>(boxesIn);
    boxes?.[Math.min(wanted.current.index, boxes.length - 1)]?.focus();
    wanted.current = null;
  });

  const focusBox = (index: number) => {
    const boxes = list.current?.querySelectorAll<HTMLElement>(boxesIn);
    const next = Math.min(visible.length - 1, Math.max(0, index));
    setActive(next);
    boxes?.[next]?.focus();
  };
  /** The row whose form has just closed: its box takes the focus once the form is gone. */
  const corrected = useRef<number | null>(null);
  const stopCorrecting = (index: number) => {
    corrected.current = index;
    setCorrecting(null);
  };
  useEffect(() => {
    if (corrected.current === null || correcting !== null) return;
    focusBox(corrected.current);
    corrected.current = null;
  });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && correcting !== null) {
      event.preventDefault();
      stopCorrecting(visible.findIndex((proposal) => keyOf(proposal) === correcting));
      return;
    }
    const box = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined;
    if (box === undefined || takesText(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(box);
    const proposal = visible[index];
    if (proposal === undefined) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => focusBox(index + 1),
      ArrowUp: () => focusBox(index - 1),
      Home: () => focusBox(0),
      End: () => focusBox(visible.length - 1),
      Enter: () => {
        wanted.current = { index, of: items };
        void proposals.accept(chosen.length === 0 ? [proposal] : chosen);
      },
      e: () => setCorrecting(keyOf(proposal)),
      Delete: () => {
        wanted.current = { index, of: items };
        void proposals.dismiss([proposal]);
      },
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={css.body} onKeyDown={press} role="presentation">
      <p className={css.hint} id="proposed-hint">
        {m('proposed.hint')}
      </p>
      <ul ref={list} aria-label={m('proposed.list')} aria-describedby="proposed-hint">
        {visible.map((proposal, index) => {
          const [place] = proposal.evidence;
          return (
            <ProposedRow
              key={keyOf(proposal)}
              index={index}
              isStop={index === current}
              proposal={proposal}
              proposals={proposals}
              excerpt={excerpts?.find(
                ({ articleId, start }) => articleId === place?.articleId && start === place.start,
              )}
              correcting={correcting === keyOf(proposal)}
              onFocus={() => setActive(index)}
              onCorrect={() => setCorrecting(keyOf(proposal))}
              onCorrected={() => stopCorrecting(index)}
            />
          );
        })}
      </ul>
      {items.length > shown && (
        <Button className={css.more} onClick={() => setShown(shown + shownAtFirst)}>
          {m('proposed.more', { count: items.length - shown })}
        </Button>
      )}
    </div>
  );
}
