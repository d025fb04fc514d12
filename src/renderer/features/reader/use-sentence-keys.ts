import { useEffect, useMemo, useRef } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { scrollToRange } from '../../reading/scroll.ts';
import { selectedRange, selectRange } from '../../reading/selection.ts';
import { sentenceBefore, sentenceFrom } from '../../reading/sentence-step.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { outside, unseenOf } from '../../reading/unseen.ts';
import { useShortcut } from '../../state/keymap.ts';

interface SentenceKeys {
  readonly article: Article;
  readonly index: TextIndex;
  readonly selected: TextRange | null;
}

/** `S` selects the next sentence, `Shift+S` takes it in as well, `W` goes back one. */
export function useSentenceKeys({ article, index, selected }: SentenceKeys): void {
  const { text, language } = article;
  const locale = language ?? undefined;
  const blocks = useMemo(() => outside(article.blocks, unseenOf(article)), [article]);
  // Marking a sentence ends its selection; the next step goes on from there all the same.
  const last = useRef<TextRange | null>(null);
  useEffect(() => {
    if (selected !== null) last.current = selected;
  }, [selected]);
  useEffect(() => {
    const forget = () => {
      last.current = null;
    };
    document.addEventListener('pointerdown', forget);
    return () => document.removeEventListener('pointerdown', forget);
  }, []);
  // What was rendered last may be a selection behind keys that are pressed fast.
  const current = () => selectedRange(index, text) ?? last.current;
  const show = (range: TextRange | null) => {
    if (range === null) return;
    selectRange(index, range);
    scrollToRange(index, range);
  };
  useShortcut({
    keys: 'S',
    label: 'reader.nextSentence',
    group: 'reading',
    run: () => show(sentenceFrom(text, blocks, current()?.end ?? firstInSight(index), locale)),
  });
  useShortcut({
    keys: 'W',
    label: 'reader.previousSentence',
    group: 'reading',
    run: () => show(sentenceBefore(text, blocks, current()?.start ?? firstInSight(index), locale)),
  });
  useShortcut({
    keys: 'Shift+S',
    label: 'reader.extendSentence',
    group: 'reading',
    enabled: () => selectedRange(index, text) !== null,
    run: () => {
      const from = selectedRange(index, text);
      const next = from && sentenceFrom(text, blocks, from.end, locale);
      if (from !== null && next !== null) show({ start: from.start, end: next.end });
    },
  });
}

/** Where stepping begins without a selection: at the cursor, else at the first block in sight. */
function firstInSight(index: TextIndex): number {
  const selection = getSelection();
  if (selection?.anchorNode != null) {
    const at = index.offsetAt(selection.anchorNode, selection.anchorOffset);
    if (at !== null) return at;
  }
  const first = [...document.querySelectorAll('article [data-start]')].find(
    (element) => element.getBoundingClientRect().bottom > 100,
  );
  return Number(first?.getAttribute('data-start') ?? 0);
}
