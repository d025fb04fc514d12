/** How many places down the view are looked at: between two blocks there is nothing to find. */
const looks = 10;

/**
 * The offset (UTF-16) of the topmost block in sight, also under what floats over the text; null
 * where the text there is not laid out yet.
 */
export function firstVisible(scroller: Element): number | null {
  const { left, top, width, height } = scroller.getBoundingClientRect();
  for (let look = 0; look < looks; look += 1) {
    const y = top + 8 + (height * look) / looks / 2;
    const block = document
      .elementsFromPoint(left + width / 2, y)
      .map((element) => element.closest('[data-start]'))
      .find((found) => found !== null && scroller.contains(found));
    if (block != null) return Number(block.getAttribute('data-start'));
  }
  return null;
}
