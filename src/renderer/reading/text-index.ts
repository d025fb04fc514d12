/** Where one block's text stands in the article and in the page. */
interface Placed {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
  /** False for a chunk whose blocks are not in the page yet. */
  readonly drawn: boolean;
}

/** Translates between UTF-16 offsets of an article's text and places in the page. */
export interface TextIndex {
  /** The page's range for what of `[start, end)` is in the page, or null where nothing is. */
  rangeAt(start: number, end: number): Range | null;
  /** The offset a place in the page stands for, or null outside the text. */
  offsetAt(node: Node, offset: number): number | null;
  /** The block element that holds `offset`, or the nearest after it; its chunk where that is not drawn. */
  elementAt(offset: number): Element | null;
  /** Whether the block that holds `offset` is in the page. */
  isDrawn(offset: number): boolean;
}

function placeOf(element: Element): Placed {
  const chunk = element.getAttribute('data-chunk');
  if (chunk !== null) {
    const end = Number(element.getAttribute('data-chunk-end'));
    return { element, start: Number(chunk), end, drawn: false };
  }
  const start = Number(element.getAttribute('data-start'));
  return { element, start, end: start + element.textContent.length, drawn: true };
}

/**
 * Indexes the blocks below `root`: elements with `data-start`, in order, whose text content is
 * exactly the article's text from there on. What stands between blocks is white space. Chunks
 * (`data-undrawn`) are indexed anew when `data-drawn` of `root` says that some were drawn.
 */
export function createTextIndex(root: Element): TextIndex {
  let drawn: string | null = null;
  let known: readonly Placed[] | null = null;
  const all = (): readonly Placed[] => {
    const now = root.getAttribute('data-drawn');
    if (known === null || now !== drawn) {
      drawn = now;
      known = [...root.querySelectorAll('[data-start], [data-undrawn]')].map(placeOf);
    }
    return known;
  };

  /** Index of the first that ends at or after `offset`. */
  const find = (placed: readonly Placed[], offset: number): number => {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((placed[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Where a passage that begins at `offset` begins: at a block's very end, in the next one. */
  const findStart = (placed: readonly Placed[], offset: number): number => {
    const i = find(placed, offset);
    return placed[i]?.end === offset && placed[i + 1] !== undefined ? i + 1 : i;
  };
  const findEnd = (placed: readonly Placed[], offset: number): number => {
    const i = find(placed, offset);
    const here = placed[i];
    return here !== undefined && here.start < offset ? i : i - 1;
  };
  const startingAt = (offset: number): Placed | undefined => {
    const placed = all();
    return placed[findStart(placed, offset)];
  };

  return {
    rangeAt(start, end) {
      const placed = all();
      let from = findStart(placed, start);
      let to = findEnd(placed, end);
      while (from < to && placed[from]?.drawn === false) from += 1;
      while (from < to && placed[to]?.drawn === false) to -= 1;
      const [first, last] = [placed[from], placed[to]];
      if (first?.drawn !== true || last?.drawn !== true) return null;
      const begin = pointIn(first.element, Math.max(0, start - first.start), 'start');
      const stop = pointIn(last.element, Math.min(end, last.end) - last.start, 'end');
      const range = document.createRange();
      range.setStart(begin.node, begin.offset);
      range.setEnd(stop.node, stop.offset);
      return range.collapsed ? null : range;
    },
    offsetAt(node, offset) {
      if (!root.contains(node)) return null;
      const inside = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]');
      if (inside != null && root.contains(inside)) {
        const before = document.createRange();
        before.selectNodeContents(inside);
        before.setEnd(node, offset);
        return Number(inside.getAttribute('data-start')) + textLength(before);
      }
      const placed = all();
      const place = document.createRange();
      place.setStart(node, offset);
      const next = placed.find(
        ({ element }) => place.comparePoint(element, 0) >= 0 && !element.contains(node),
      );
      return next?.start ?? placed.at(-1)?.end ?? null;
    },
    elementAt: (offset) => startingAt(offset)?.element ?? null,
    isDrawn: (offset) => startingAt(offset)?.drawn === true,
  };
}

/** Hidden stretches count as well, which `Range.toString` of a rendered page also gives. */
const textLength = (range: Range): number => range.toString().length;

/** The text node and offset for a position in an element's text content. */
function pointIn(
  element: Element,
  position: number,
  side: 'start' | 'end',
): { node: Node; offset: number } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = position;
  let last: { node: Node; offset: number } = { node: element, offset: 0 };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (side === 'end' && left === length)) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}
