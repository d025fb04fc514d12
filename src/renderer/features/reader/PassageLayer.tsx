import { useCallback, useMemo, useState } from 'react';
import { colours, type Annotation, type Colour } from '../../../shared/model/annotation.ts';
import type { Article } from '../../../shared/model/article.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { scrollerOf } from '../../reading/scroll.ts';
import { selectedRange } from '../../reading/selection.ts';
import { firstVisible } from '../../reading/first-visible.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { refind, selectAnnotation, tagActor, useSelection } from '../../state/selection.ts';
import { useShortcut } from '../../state/keymap.ts';
import { showPanel } from '../../state/layout.ts';
import { CaretMark } from './CaretMark.tsx';
import { MarginBubbles } from './MarginBubbles.tsx';
import { OverlapMenu } from './OverlapMenu.tsx';
import { PassageToolbar } from './PassageToolbar.tsx';
import { PassageAnnouncer } from './PassageAnnouncer.tsx';
import type { Find } from './use-find.ts';
import { useCaret } from './use-caret.ts';
import { useClicks } from './use-clicks.ts';
import { useLayers } from './use-layers.ts';
import { useMentionsAsked } from './use-mentions-asked.ts';
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

  const act = (work: (range: TextRange) => unknown) => {
    const range = selectedRange(index, article.text);
    if (range === null) return;
    void work(range);
    finish();
  };
  const highlight = () => act((range) => passages.highlight(range));
  const comment = () => act(passages.comment);
  const addToBriefing = () => act(passages.addToBriefing);
  const tag = () =>
    act(({ start, end }) =>
      tagActor({
        articleId: article.id,
        start,
        end,
        text: article.text.slice(start, end),
        anchor: {
          getBoundingClientRect: () =>
            index.rangeAt(start, end)?.getBoundingClientRect() ?? new DOMRect(),
        },
      }),
    );
  // What is selected now: what was rendered last may be behind keys that are pressed fast.
  const enabled = () => selectedRange(index, article.text) !== null;
  const annotationId = useSelection((state) => state.annotationId);
  const chosen = passages.placed.find(({ id }) => id === annotationId);
  const refindingId = useSelection((state) => state.refindingId);
  const sought = passages.annotations.find(({ id }) => id === refindingId);
  const placeHere = ({ id }: Annotation) =>
    act((range) => {
      refind(null);
      return passages.place(id, range);
    });
  useShortcut({ keys: 'H', label: 'reader.highlight', group: 'reading', run: highlight, enabled });
  useShortcut({ keys: 'C', label: 'reader.comment', group: 'reading', run: comment, enabled });
  useShortcut({ keys: 'A', label: 'reader.tagActor', group: 'reading', run: tag, enabled });
  useShortcut({
    keys: 'B',
    label: 'reader.addToBriefing',
    group: 'reading',
    run: addToBriefing,
    enabled,
  });
  const hide = () => act(onHide);
  useShortcut({ keys: 'X', label: 'reader.hide', group: 'reading', run: hide, enabled });
  useShortcut({
    keys: 'Escape',
    label: 'reader.letGo',
    group: 'reading',
    run: () => {
      if (enabled()) finish();
      else if (sought !== undefined) refind(null);
      else selectAnnotation(null);
    },
    enabled: () => enabled() || sought !== undefined || chosen !== undefined,
  });
  useShortcut({
    keys: 'Ctrl+F',
    label: 'reader.find',
    group: 'reading',
    run: () =>
      find.ask(
        selected === null ? null : article.text.slice(selected.start, selected.end),
        selected?.start ?? firstVisible(scrollerOf(root) ?? root) ?? 0,
      ),
    whileTyping: true,
  });

  return (
    <>
      {colours.map((colour, i) => (
        <ColourKey
          key={colour}
          keys={String(i + 1)}
          colour={colour}
          enabled={() => enabled() || chosen !== undefined}
          run={() => {
            if (enabled()) act((range) => passages.highlight(range, colour));
            else if (chosen !== undefined) void passages.recolour(chosen.id, colour);
          }}
        />
      ))}
      {open !== null && (
        <PassageToolbar
          anchor={anchor}
          boundary={root.closest('article')?.parentElement ?? root}
          colour={passages.colour}
          onPlace={sought === undefined ? null : () => placeHere(sought)}
          onHighlight={(colour) => act((range) => passages.highlight(range, colour))}
          onComment={comment}
          onTagActor={tag}
          onAddToBriefing={addToBriefing}
          onHide={hide}
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
      <PassageAnnouncer placed={passages.placed} />
    </>
  );
}

interface ColourKeyProps {
  readonly keys: string;
  readonly colour: Colour;
  readonly enabled: () => boolean;
  readonly run: () => void;
}

/** Highlights what is selected; with no selection, gives the chosen passage this colour. */
function ColourKey({ colour, ...shortcut }: ColourKeyProps) {
  useShortcut({ ...shortcut, label: `reader.highlight.${colour}`, group: 'reading' });
  return null;
}
