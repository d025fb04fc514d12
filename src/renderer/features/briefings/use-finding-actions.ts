import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useMemo, useState } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { citeAt, lookForPassage, markJudgement, replaceStretch } from '../../editor/edits.ts';
import type { FindingActions } from './FindingCard.tsx';

/** What the buttons of findings do to the page; `kept` are the findings the person set aside. */
export function useFindingActions(read: DocumentText): {
  readonly actions: FindingActions;
  readonly kept: ReadonlySet<string>;
} {
  const [editor] = useLexicalComposerContext();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const actions = useMemo<FindingActions>(
    () => ({
      takeSource: ({ start, text, source }) => {
        const words = text.replace(/[.,。、]$/u, '');
        replaceStretch(editor, read, { start, end: start + words.length }, source ?? words);
      },
      cite: ({ end }, annotationId) => citeAt(editor, read, afterMark(read, end), annotationId),
      keep: ({ id }) => setKept((before) => new Set(before).add(id)),
      findPassage: ({ end }) => lookForPassage(editor, read, end),
      judge: ({ end }) => markJudgement(editor, read, end),
    }),
    [editor, read],
  );
  return { actions, kept };
}

/** Behind the closing quotation mark. */
const afterMark = ({ text }: DocumentText, end: number): number => Math.min(end + 1, text.length);
