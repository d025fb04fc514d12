import { useEffect } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { selectedRange } from '../../reading/selection.ts';
import type { TextIndex } from '../../reading/text-index.ts';

/** The text of `[start, end)` without what is hidden. */
function shownText({ text, hidden }: Article, { start, end }: TextRange): string {
  let shown = '';
  let at = start;
  for (const range of hidden.toSorted((a, b) => a.start - b.start)) {
    if (range.end <= at || range.start >= end) continue;
    shown += text.slice(at, Math.max(at, range.start));
    at = Math.min(end, range.end);
  }
  return shown + text.slice(at, end);
}

/** Copies the whole of a selection over parts of a long text that are not in the page yet. */
export function useLongCopy(article: Article, index: TextIndex, root: HTMLElement): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const selection = getSelection();
      const undrawn = [...root.querySelectorAll('[data-undrawn]')];
      if (!undrawn.some((chunk) => selection?.containsNode(chunk) === true)) return;
      const range = selectedRange(index, article.text);
      if (range === null) return;
      const all = root.dataset.showHidden !== undefined;
      const words = all ? article.text.slice(range.start, range.end) : shownText(article, range);
      event.clipboardData?.setData('text/plain', words);
      event.preventDefault();
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [article, index, root]);
}
