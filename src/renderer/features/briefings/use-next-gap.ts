import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useCallback } from 'react';
import type { CoveredSentence } from '../../../shared/briefing/coverage.ts';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { cursorOffset, readNow } from '../../editor/dom-ranges.ts';
import { selectStretch } from '../../editor/edits.ts';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { showToast } from '../../ui/toast/toasts.ts';

/** Goes to the next sentence that needs a source, round and round; F8 and Shift+F8 do it too. */
export function useNextGap(
  sentencesOf: (read: DocumentText) => readonly CoveredSentence[],
): () => void {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const go = useCallback(
    (direction: 1 | -1) => {
      const read = readNow(editor);
      const gaps = sentencesOf(read).filter(({ state }) => state === 'needs-source');
      const at = cursorOffset(editor, read);
      const ahead =
        direction === 1
          ? gaps.find(({ start }) => start > at)
          : gaps.findLast(({ end }) => end < at);
      const gap = ahead ?? gaps.at(direction === 1 ? 0 : -1);
      if (gap === undefined) showToast({ message: m('briefings.noGap') });
      else selectStretch(editor, read, gap.start, gap.end);
    },
    [editor, m, sentencesOf],
  );
  useShortcut({
    keys: 'F8',
    label: 'briefings.nextGap',
    group: 'writing',
    whileTyping: true,
    run: () => go(1),
  });
  useShortcut({
    keys: 'Shift+F8',
    label: 'briefings.previousGap',
    group: 'writing',
    whileTyping: true,
    run: () => go(-1),
  });
  return useCallback(() => go(1), [go]);
}
