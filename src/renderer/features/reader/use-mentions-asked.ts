import { useCallback, useEffect, useMemo } from 'react';
import type { Mention } from '../../../shared/model/actor.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { useMethod } from '../../api/use-method.ts';
import { paintActive } from '../../reading/highlights.ts';
import { scrollToRange } from '../../reading/scroll.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { askAbout, useAskedMention } from '../../state/asked-mention.ts';
import { useSelection } from '../../state/selection.ts';
import { useShortcut } from '../../state/keymap.ts';

const none: readonly Mention[] = [];

/** The shortest mention that holds `offset` and is not rejected. */
function mentionAt(mentions: readonly Mention[], offset: number): Mention | null {
  const here = mentions.filter(
    ({ start, end, status }) => start <= offset && offset < end && status !== 'rejected',
  );
  return here.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

export interface MentionsAsked {
  /** The mention that holds an offset of the text. */
  readonly at: (offset: number) => Mention | null;
  /** Asks whose it is. */
  readonly ask: (mention: TextRange) => void;
}

/**
 * Asking about the mentions of the text: `Enter` for the one at the caret, `Shift+O` for the next
 * that was inferred.
 */
export function useMentionsAsked(
  articleId: string,
  index: TextIndex,
  caretAt: number | null,
): MentionsAsked {
  const mentions = useMethod('mentions.list', { articleId }).data?.items ?? none;
  const inferred = useMemo(
    () =>
      mentions
        .filter(({ status }) => status === 'inferred')
        .toSorted((a, b) => a.start - b.start || a.end - b.end),
    [mentions],
  );
  useEffect(() => () => askAbout(null), []);

  const ask = useCallback(
    ({ start, end }: TextRange) =>
      askAbout(
        { start, end },
        {
          getBoundingClientRect: () =>
            index.rangeAt(start, end)?.getBoundingClientRect() ?? new DOMRect(),
        },
      ),
    [index],
  );
  const asked = useAskedMention((state) => state.asked);
  const tagging = useSelection((state) => state.tagging);
  // What a box is about stays in sight: opening it ended the selection.
  useEffect(() => {
    const about = asked ?? tagging;
    return about === null ? undefined : paintActive(index, [about]);
  }, [index, asked, tagging]);
  const at = useCallback((offset: number) => mentionAt(mentions, offset), [mentions]);
  const here = caretAt === null ? null : at(caretAt);
  useShortcut({
    keys: 'Enter',
    label: 'reader.askMention',
    group: 'reading',
    enabled: here !== null,
    run: () => {
      if (here !== null) ask(here);
    },
  });
  useShortcut({
    keys: 'Shift+O',
    label: 'reader.nextInferred',
    group: 'reading',
    enabled: inferred.length > 0,
    run: () => {
      const from = useAskedMention.getState().asked?.start ?? caretAt ?? -1;
      const next = inferred.find(({ start }) => start > from) ?? inferred[0];
      if (next === undefined) return;
      scrollToRange(index, next);
      ask(next);
    },
  });
  return useMemo(() => ({ at, ask }), [at, ask]);
}
