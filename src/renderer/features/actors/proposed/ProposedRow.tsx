import { PencilLine, X } from 'lucide-react';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { ActorProposal } from '../../../../shared/model/actor.ts';
import { useMessages } from '../../../messages/messages.ts';
import { href } from '../../../state/route.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import type { Proposals } from './use-proposals.ts';
import css from './ProposedView.module.css';

export type Excerpt = Output<'articles.excerpts'>['items'][number];

interface ProposedRowProps {
  readonly index: number;
  /** The row that Tab reaches. */
  readonly isStop: boolean;
  readonly proposal: ActorProposal;
  readonly proposals: Proposals;
  readonly excerpt: Excerpt | undefined;
  readonly correcting: boolean;
  readonly onFocus: () => void;
  readonly onCorrect: () => void;
  readonly onCorrected: () => void;
}

/** One proposal: its box, its names, and the words one of them was read from. */
export function ProposedRow({
  index,
  isStop,
  proposal,
  proposals,
  excerpt,
  correcting,
  onFocus,
  onCorrect,
  onCorrected,
}: ProposedRowProps) {
  const m = useMessages();
  const draft = proposals.draftFor(proposal);
  const others = draft.names.filter((name) => name !== draft.name);
  const tabIndex = isStop ? 0 : -1;
  return (
    <li className={css.row} data-ticked={proposals.isTicked(proposal) || undefined}>
      <label className={css.choice}>
        <input
          type="checkbox"
          data-row={index}
          tabIndex={tabIndex}
          checked={proposals.isTicked(proposal)}
          onFocus={onFocus}
          onChange={(event) => proposals.tick(proposal, event.target.checked)}
        />
        <span className={css.name}>{draft.name}</span>
      </label>
      <span className={css.detail}>
        {[
          m(`actors.kind.${draft.kind}`),
          m('proposed.placesIn', { count: proposal.mentions }),
          proposal.inferred === undefined
            ? ''
            : m('proposed.inferred', { count: proposal.inferred }),
          ...others,
          proposals.isCorrected(proposal) ? m('proposed.corrected') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={css.acts}>
        <IconButton
          icon={PencilLine}
          label={m('proposed.correct', { name: draft.name })}
          tabIndex={tabIndex}
          onClick={onCorrect}
        />
        <IconButton
          icon={X}
          label={m('proposed.dismiss', { name: draft.name })}
          tabIndex={tabIndex}
          onClick={() => void proposals.dismiss([proposal])}
        />
      </span>
      {excerpt !== undefined && (
        <a
          className={css.evidence}
          tabIndex={tabIndex}
          href={href({
            name: 'article',
            id: excerpt.articleId,
            start: excerpt.start,
            end: excerpt.end,
          })}
        >
          …{excerpt.before}
          <mark>{excerpt.words}</mark>
          {excerpt.after}…
        </a>
      )}
      {correcting && (
        <CorrectForm
          draft={draft}
          spellings={proposal.names.map(({ name }) => name)}
          onSave={(corrected) => {
            proposals.correct(proposal, corrected);
            onCorrected();
          }}
          onCancel={onCorrected}
        />
      )}
    </li>
  );
}
