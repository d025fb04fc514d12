/** Where one block's text stands in the article and in the page. */
interface Placed {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
}

/** Translates between UTF-16 offsets of an article's text and places in the page. */
export interface TextIndex {
  /** The page's range for `[start, end)`, or null where none of it is in the page. */
  rangeAt(start: number, end: number): Range | null;
  /** The offset a place in the page stands for, or null outside the text. */
  offsetAt(node: Node, offset: number): number | null;
  /** The block element that holds `offset`, or the nearest after it. */
  elementAt(offset: number): Element | null;
}

/**
 * Indexes the blocks below `root`: elements with `data-start`, in order, whose text content is
 * exactly the article's text from there on. What stands between blocks is white space.
 */
export function createTextIndex(root: Element): TextIndex {
  const placed: Placed[] = [...root.querySelectorAll('[data-start]')].map((element) => {
    const start = Number(element.getAttribute('data-start'));
    return { element, start, end: start + element.textContent.length };
  });

  /** Index of the first block that ends at or after `offset`. */
  const find = (offset: number): number => {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((placed[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The block a passage that begins at `offset` begins in: at a block's very end, the next one. */
  const blockFrom = (offset: number): Placed | undefined => {
    const i = find(offset);
    return placed[i]?.end === offset && placed[i + 1] !== undefined ? placed[i + 1] : placed[i];
  };

  const startPoint = (offset: number) => {
    const block = blockFrom(offset);
    if (block === undefined) return null;
    return pointIn(block.element, Math.max(0, offset - block.start), 'start');
  };
  const endPoint = (offset: number) => {
    const i = find(offset);
    const here = placed[i];
    const block = here !== undefined && here.start < offset ? here : placed[i - 1];
    if (block === undefined) return null;
    return pointIn(block.element, Math.min(offset, block.end) - block.start, 'end');
  };

  return {
    rangeAt(start, end) {
      const from = startPoint(start);
      const to = endPoint(end);
      if (from === null || to === null) return null;
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
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
      const place = document.createRange();
      place.setStart(node, offset);
      const next = placed.find(
        ({ element }) => place.comparePoint(element, 0) >= 0 && !element.contains(node),
      );
      return next?.start ?? placed.at(-1)?.end ?? null;
    },
    elementAt: (offset) => blockFrom(offset)?.element ?? null,
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
