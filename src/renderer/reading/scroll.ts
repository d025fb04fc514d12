import type { TextRange } from '../../shared/model/ranges.ts';
import type { TextIndex } from './text-index.ts';

/** How often a place is sought again: the first look lays out text that was out of sight. */
const attempts = 3;

/**
 * Brings a passage into sight, a third down the view, where it is not there already. Only the
 * text's own scroller moves, which `scrollIntoView` does not promise.
 */
export function scrollToRange(index: TextIndex, { start, end }: TextRange): void {
  const scroller = scrollerOf(index.elementAt(start));
  if (scroller === null) return;
  const view = scroller.getBoundingClientRect();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const words = index.rangeAt(start, end)?.getBoundingClientRect();
    const box =
      words !== undefined && words.height > 0
        ? words
        : index.elementAt(start)?.getBoundingClientRect();
    if (box === undefined) return;
    if (box.top >= view.top + 16 && box.bottom <= view.bottom - 64) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += box.top - view.top - view.height / 3;
    if (Math.abs(scroller.scrollTop - before) < 1) return;
  }
}

/** Brings the block that holds `offset` to the top of the view. */
export function scrollToBlock(index: TextIndex, offset: number): void {
  const element = index.elementAt(offset);
  const scroller = scrollerOf(element);
  if (element === null || scroller === null) return;
  const top = scroller.getBoundingClientRect().top;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = scroller.scrollTop;
    scroller.scrollTop += element.getBoundingClientRect().top - top;
    if (Math.abs(scroller.scrollTop - before) < 1) return;
  }
}

/** The nearest element around `element` that scrolls. */
export function scrollerOf(element: Element | null): Element | null {
  for (let at = element; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
