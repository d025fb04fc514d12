import { useCallback, useMemo, useState } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { scrollerOf } from '../../reading/scroll.ts';
import { firstVisible } from '../../reading/first-visible.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { selectAnnotation } from '../../state/selection.ts';
import { useShortcut } from '../../state/keymap.ts';
import { showPanel } from '../../state/layout.ts';
import { CaretMark } from './CaretMark.tsx';
import { MarginBubbles } from './MarginBubbles.tsx';
import { OverlapMenu } from './OverlapMenu.tsx';
import { PassageAnnouncer } from './PassageAnnouncer.tsx';
import { PassageKeys } from './PassageKeys.tsx';
import { PassageToolbar } from './PassageToolbar.tsx';
import type { Find } from './use-find.ts';
import { useCaret } from './use-caret.ts';
import { useClicks } from './use-clicks.ts';
import { useLayers } from './use-layers.ts';
import { useLongCopy } from './use-long-copy.ts';
import { useMentionsAsked } from './use-mentions-asked.ts';
import { usePassageActs } from './use-passage-acts.ts';
import type { Passages } from './use-passages.ts';
import { useSelectedRange } from './use-selected-range.ts';
import { useSentenceKeys } from './use-sentence-keys.ts';

export interface PassageLayerProps {
  readonly article: Article;
  readonly index: TextIndex;
  readonly passages: Passages;
  readonly find: Find;
  /** The element that holds the text. */
  readonly root: HTMLElement;
  /** The passage the address names. */
  readonly target: TextRange | null;
  /** The target lies in hidden text, which must be shown. */
  readonly onHiddenTarget: () => void;
  /** Hides words in the clean view. */
  readonly onHide: (range: TextRange) => void;
}

const longestSearched = 60;

/** The passage gone to where it may be what a search has found: a few words. */
const wordsSearched = (target: TextRange | null): TextRange | null =>
  target !== null && target.end - target.start <= longestSearched ? target : null;

/** Everything over the text: painted layers, the toolbar at a selection, clicks and keys. */
export function PassageLayer({
  article,
  index,
  passages,
  find,
  root,
  target,
  onHiddenTarget,
  onHide,
}: PassageLayerProps) {
  const selected = useSelectedRange(index, article.text);
  const [dismissed, setDismissed] = useState<TextRange | null>(null);
  const window = useLayers({ article, index, root, passages, find, target, onHiddenTarget });
  useSentenceKeys({ article, index, selected });
  useLongCopy(article, index, root);
  const caret = useCaret(root, index);
  const mentions = useMentionsAsked(article.id, index, caret.at);
  const { overlap, close: closeOverlap } = useClicks({
    index,
    root,
    placed: passages.placed,
    mentions,
  });

  const open = selected !== null && selected !== dismissed ? selected : null;
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () =>
        (open === null ? null : index.rangeAt(open.start, open.end))?.getBoundingClientRect() ??
        new DOMRect(),
    }),
    [index, open],
  );
  const finish = useCallback(() => {
    getSelection()?.removeAllRanges();
    setDismissed(null);
  }, []);
  const acts = usePassageActs({ article, index, passages, onHide, onDone: finish });
  useShortcut({
    keys: 'Ctrl+F',
    label: 'reader.find',
    group: 'reading',
    run: () => {
      const words = selected ?? (find.needle === '' ? wordsSearched(target) : null);
      find.ask(
        words === null ? null : article.text.slice(words.start, words.end),
        words?.start ?? firstVisible(scrollerOf(root) ?? root) ?? 0,
      );
    },
    whileTyping: true,
  });

  return (
    <>
      <PassageKeys acts={acts} onLetGo={finish} />
      {open !== null && (
        <PassageToolbar
          anchor={anchor}
          boundary={root.closest('article')?.parentElement ?? root}
          colour={passages.colour}
          place={acts.canResize() ? (acts.sought === undefined ? 'resize' : 'find') : null}
          onPlace={acts.resize}
          onHighlight={acts.highlight}
          onComment={acts.comment}
          onTagActor={acts.tagActor}
          onAddToBriefing={acts.addToBriefing}
          onHide={acts.hide}
          onClose={() => setDismissed(open)}
        />
      )}
      {overlap !== null && (
        <OverlapMenu
          {...overlap}
          onChoose={({ id }) => {
            selectAnnotation(id);
            closeOverlap();
          }}
          onAsk={(mention) => {
            closeOverlap();
            mentions.ask(mention);
          }}
          onClose={closeOverlap}
        />
      )}
      <MarginBubbles
        index={index}
        root={root}
        placed={passages.placed}
        window={window}
        onChoose={({ id }) => {
          selectAnnotation(id);
          showPanel();
        }}
      />
      <CaretMark {...caret} />
      <PassageAnnouncer placed={passages.placed} root={root} />
    </>
  );
}
