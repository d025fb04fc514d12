import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useMemo, useState } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { readNow } from '../../editor/dom-ranges.ts';
import {
  citeAt,
  lookForPassage,
  markGap,
  markJudgement,
  replaceStretch,
} from '../../editor/edits.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import type { FindingActions } from './FindingCard.tsx';

/** What the buttons of findings do to the page; `kept` are the findings the person set aside. */
export function useFindingActions(read: DocumentText): {
  readonly actions: FindingActions;
  readonly kept: ReadonlySet<string>;
} {
  const [editor] = useLexicalComposerContext();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const actions = useMemo<FindingActions>(() => {
    /** Does `work` where the words that were found stand now, if they still do. */
    const where = (
      { start, end }: TextRange,
      work: (now: DocumentText, start: number, end: number) => void,
    ) => {
      const now = readNow(editor);
      const words = read.text.slice(start, end);
      const at = now.text.startsWith(words, start) ? start : now.text.indexOf(words);
      if (at >= 0) work(now, at, at + words.length);
    };
    return {
      takeSource: (quote) =>
        where(quote, (now, start) => {
          const words = quote.text.replace(/[.,。、]$/u, '');
          const stretch = { start, end: start + words.length };
          replaceStretch(editor, now, stretch, quote.source ?? words);
        }),
      cite: (quote, annotationId) =>
        where(quote, (now, _, end) => citeAt(editor, now, afterMark(now, end), annotationId)),
      keep: ({ id }) => setKept((before) => new Set(before).add(id)),
      findPassage: (finding) => where(finding, (now, _, end) => lookForPassage(editor, now, end)),
      leaveOpen: (finding) => where(finding, (now, _, end) => markGap(editor, now, end)),
      judge: (finding) => where(finding, (now, _, end) => markJudgement(editor, now, end)),
    };
  }, [editor, read]);
  return { actions, kept };
}

/** Behind the closing quotation mark. */
const afterMark = ({ text }: DocumentText, end: number): number => Math.min(end + 1, text.length);
