import type { TextRange } from '../../shared/model/ranges.ts';
import { scrollerOf } from './scroll.ts';

/** UTF-16 units painted before and after what is in sight: a few screens. */
const margin = 12_000;

/** The offsets of the first and the last block in sight, or null where no text is. */
function inSight(scroller: Element): TextRange | null {
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const blockAt = (y: number) => {
    const block = document.elementFromPoint(left + width / 2, y)?.closest('[data-start]');
    return block != null && scroller.contains(block) ? block : null;
  };
  const steps = Array.from({ length: 12 }, (_, i) => (height * (i + 0.5)) / 12);
  const first = steps.map((y) => blockAt(top + y)).find((block) => block !== null);
  const last = steps.map((y) => blockAt(top + y)).findLast((block) => block !== null);
  if (first === undefined || last === undefined || first === null || last === null) return null;
  const end = Number(last.getAttribute('data-start')) + last.textContent.length;
  return { start: Number(first.getAttribute('data-start')), end };
}

/**
 * Tells which part of a text is worth painting as it scrolls: what is in sight and a few screens
 * around it. Calls `changed` at once and whenever the part is left behind; answers with the
 * function that stops it.
 */
export function followWindow(root: Element, changed: (window: TextRange) => void): () => void {
  const scroller = scrollerOf(root);
  if (scroller === null) return () => undefined;
  let current: TextRange | null = null;
  const look = () => {
    const seen = inSight(scroller);
    if (seen === null) return;
    const near = margin / 3;
    if (
      current !== null &&
      (seen.start - near >= current.start || current.start === 0) &&
      seen.end + near <= current.end
    ) {
      return;
    }
    current = { start: Math.max(0, seen.start - margin), end: seen.end + margin };
    changed(current);
  };
  look();
  // What was drawn just now may be what is in sight.
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  scroller.addEventListener('scroll', look, { passive: true });
  window.addEventListener('resize', look);
  return () => {
    observer.disconnect();
    scroller.removeEventListener('scroll', look);
    window.removeEventListener('resize', look);
  };
}

/** Those of `ranges` that touch the window; all where there is none. */
export const within = <R extends TextRange>(
  ranges: readonly R[],
  window: TextRange | null,
): readonly R[] =>
  window === null
    ? ranges
    : ranges.filter(({ start, end }) => start < window.end && end > window.start);
