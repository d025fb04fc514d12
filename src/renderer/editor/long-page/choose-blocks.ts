/** Screens above and below the window in which blocks are displayed. */
const screensAround = 2;
/** Blocks on either side of the cursor, wherever it is, and screens: a key may take it so far. */
const aroundCursor = 20;
const screensAroundCursor = 1;
/** Blocks at both ends of the document, where Ctrl+Home and Ctrl+End go. */
const atEnds = 2;

export interface ChosenBlocks {
  readonly displayed: readonly boolean[];
  /** The first and the last of the blocks displayed without a gap where the window is. */
  readonly first: number;
  readonly last: number;
}

/**
 * Chooses the blocks of a long page to display: those near the window, around the cursor and at
 * both ends. `tops` is where each begins, in CSS px from the top of the window, which is `screen`
 * high; `kept` are the indices of the blocks that hold the cursor.
 */
export function chooseBlocks(
  tops: readonly number[],
  kept: readonly number[],
  screen: number,
): ChosenBlocks {
  const displayed = tops.map(() => false);
  const display = (from: number, until: number) =>
    displayed.fill(true, Math.max(0, from), Math.max(0, until));
  const above = Math.max(
    0,
    tops.findLastIndex((top) => top < -screensAround * screen),
  );
  const below = tops.findIndex((top) => top > (1 + screensAround) * screen);
  display(above, below === -1 ? tops.length : Math.max(above + 1, below));
  for (const index of kept) {
    const top = tops[index] ?? 0;
    const before = tops.findLastIndex((other) => other < top - screensAroundCursor * screen);
    const behind = tops.findIndex((other) => other > top + screensAroundCursor * screen);
    display(
      Math.min(index - aroundCursor, before === -1 ? 0 : before),
      Math.max(index + aroundCursor, behind === -1 ? tops.length - 1 : behind) + 1,
    );
  }
  display(0, atEnds);
  display(tops.length - atEnds, tops.length);
  const gapBehind = displayed.indexOf(false, above);
  return {
    displayed,
    first: displayed.lastIndexOf(false, above) + 1,
    last: gapBehind === -1 ? tops.length - 1 : gapBehind - 1,
  };
}
