import { useMemo, useState } from 'react';
import { compareDocuments } from '../../../shared/briefing/compare-documents.ts';
import { content, type ContentNode } from '../../../shared/briefing/content.ts';
import { readDocument } from '../../../shared/briefing/document-text.ts';
import {
  mergeDocuments,
  mergeStretches,
  type MergeSide,
  type MergeStretch,
} from '../../../shared/briefing/merge-documents.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './conflict.module.css';
import { Difference } from './Difference.tsx';

export interface ConflictDialogProps {
  /** What both go back to, where it is known. */
  readonly base: LexicalContent | null;
  /** What was saved elsewhere. */
  readonly theirs: LexicalContent;
  /** What is on this page. */
  readonly mine: LexicalContent;
  readonly onMerged: (content: LexicalContent) => void;
  readonly onClose: () => void;
}

/** The words of both, paragraph by paragraph where they differ, and what is to stay of each. */
export function ConflictDialog({ base, theirs, mine, onMerged, onClose }: ConflictDialogProps) {
  const m = useMessages();
  const stretches = useMemo(() => mergeStretches(base, theirs, mine), [base, theirs, mine]);
  const [chosen, setChosen] = useState<ReadonlyMap<number, MergeSide>>(new Map());
  const sideOf = (index: number): MergeSide => {
    const stretch = stretches[index];
    return chosen.get(index) ?? (stretch?.kind === 'differs' ? stretch.proposed : 'mine');
  };
  const count = stretches.filter(({ kind }) => kind === 'differs').length;
  return (
    <Dialog
      title={m('conflict.title')}
      width={680}
      onClose={onClose}
      onSubmit={() => onMerged(mergeDocuments(stretches, sideOf))}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {m('conflict.later')}
          </Button>
          <Button look="primary" type="submit">
            {m('conflict.merge')}
          </Button>
        </>
      }
    >
      <p className={css.explain}>{m('conflict.explain', { count })}</p>
      <div className={css.stretches}>
        {stretches.map((stretch, index) => {
          // The order does not change while it is shown.
          const key = `${index}`;
          return stretch.kind === 'same' ? (
            <p key={key} className={css.same}>
              {m('versions.unchanged', { count: stretch.blocks.length })}
            </p>
          ) : (
            <Difference
              key={key}
              compared={comparedOf(stretch)}
              only={
                stretch.theirs.length === 0 ? 'mine' : stretch.mine.length === 0 ? 'theirs' : null
              }
              side={sideOf(index)}
              onSide={(side) => setChosen(new Map(chosen).set(index, side))}
            />
          );
        })}
      </div>
    </Dialog>
  );
}

const read = (blocks: readonly ContentNode[]) => readDocument(content(...blocks));

const comparedOf = ({ theirs, mine }: Extract<MergeStretch, { kind: 'differs' }>) =>
  compareDocuments(read(theirs), read(mine));
