/** Where a top-level block of a very long page is: laid out near the window, or left out. */
const place = 'data-place';

export const isNear = (block: Element): boolean => block.getAttribute(place) === 'near';

export const isAway = (block: Element | null | undefined): boolean =>
  block?.getAttribute(place) === 'away';

/** Lays a block out or leaves it out; null where all are laid out. */
export function setPlace(block: Element, where: 'near' | 'away' | null): void {
  if (where === null) block.removeAttribute(place);
  else block.setAttribute(place, where);
}

/** A block that is displayed, with its index among all blocks. */
export interface DisplayedBlock {
  readonly index: number;
  readonly block: Element;
}

/** The top-level blocks that are displayed, one under the other. */
export const displayedBlocks = (root: Element): DisplayedBlock[] =>
  [...root.children].flatMap((block, index) => (isAway(block) ? [] : [{ index, block }]));
