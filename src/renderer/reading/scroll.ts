import type { TextRange } from '../../shared/model/ranges.ts';
import type { TextIndex } from './text-index.ts';

/**
 * Brings a passage into sight, a third down the view, where it is not there already. Goes by the
 * block first: blocks far from sight are not laid out until then.
 */
export function scrollToRange(index: TextIndex, { start, end }: TextRange): void {
  const scroller = scrollerOf(index.elementAt(start));
  if (scroller === null) return;
  const box = () => index.rangeAt(start, end)?.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const inSight = (rect: DOMRect) => rect.top >= view.top + 16 && rect.bottom <= view.bottom - 64;
  const before = box();
  if (before !== undefined && before.height > 0 && inSight(before)) return;
  index.elementAt(start)?.scrollIntoView({ block: 'center' });
  const after = box();
  if (after === undefined || after.height === 0) return;
  scroller.scrollTop += after.top - view.top - view.height / 3;
}

function scrollerOf(element: Element | null): Element | null {
  for (let at = element; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
