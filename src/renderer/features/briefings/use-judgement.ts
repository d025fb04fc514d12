import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { CoveredSentence } from '../../../shared/briefing/coverage.ts';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { $nodeAt, cursorOffset, readNow } from '../../editor/dom-ranges.ts';
import { markJudgement } from '../../editor/edits.ts';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { showToast } from '../../ui/toast/toasts.ts';

/** Ctrl+J says that the sentence at the cursor is the writer's own judgement, or takes it back. */
export function useJudgement(
  sentencesOf: (read: DocumentText) => readonly CoveredSentence[],
): void {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const toggle = () => {
    const read = readNow(editor);
    const at = cursorOffset(editor, read);
    const sentences = sentencesOf(read);
    const index = sentences.findLastIndex(({ start }) => start <= at);
    const sentence = sentences[index];
    const block = read.blocks.find(({ start, end }) => start <= at && at <= end);
    if (sentence === undefined || block === undefined || sentence.start < block.start) {
      showToast({ message: m('briefings.noSentence') });
      return;
    }
    const until = Math.min(sentences[index + 1]?.start ?? Infinity, block.end);
    const marks = read.anchors.filter(
      ({ kind, offset }) => kind === 'judgement' && offset > sentence.start && offset <= until,
    );
    if (marks.length === 0) markJudgement(editor, read, sentence.end);
    else
      editor.update(() => marks.map(({ path }) => $nodeAt(path)).forEach((node) => node?.remove()));
  };
  useShortcut({
    keys: 'Ctrl+J',
    label: 'briefings.myJudgement',
    group: 'writing',
    whileTyping: true,
    run: toggle,
  });
}
