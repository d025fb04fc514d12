import { useEffect, useState } from 'react';
import { scrollerOf } from './scroll.ts';

/** Texts of no more chunks are drawn whole, at once. */
const drawnAtOnce = 40;
/** What is nearer to sight is drawn, in heights of the view. */
const margin = 2;

/** The numbers of the children of `root` that are in sight or near it. */
function near(root: HTMLElement, scroller: Element): number[] {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const boxOf = (at: number) => root.children[at]?.getBoundingClientRect() ?? new DOMRect();
  let low = 0;
  for (let high = root.children.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (boxOf(middle).bottom < top - margin * height) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < root.children.length; at += 1) {
    if (boxOf(at).top > bottom + margin * height) break;
    found.push(at);
  }
  return found;
}

const first: ReadonlySet<number> = new Set([0]);

/**
 * Which of the `count` chunks below `root` are in the page: all (null) of a text that is not very
 * long, else those that have been in sight or near it.
 */
export function useDrawnChunks(
  root: HTMLElement | null,
  count: number,
): ReadonlySet<number> | null {
  const [drawn, setDrawn] = useState(first);
  const all = count <= drawnAtOnce;
  useEffect(() => {
    const scroller = all ? null : scrollerOf(root);
    if (root === null || scroller === null) return undefined;
    const look = () => {
      const seen = near(root, scroller);
      setDrawn((last) => (seen.every((at) => last.has(at)) ? last : new Set([...last, ...seen])));
    };
    // Looks at once when it begins, and again when what was drawn is not as high as it was thought.
    const observer = new ResizeObserver(look);
    observer.observe(root);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [root, all]);
  return all ? null : drawn;
}
