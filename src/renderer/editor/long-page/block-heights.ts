/** The height of a line and the mean width of a letter, in CSS px: for what was not measured yet. */
const lineHeight = 28;
const letterWidth = 7.6;
/** From one block to the next, in CSS px. */
export const between = 8;

/**
 * How much of the page blocks take, with the space to the next one, in CSS px: as measured when
 * they were last displayed, else reckoned from their letters.
 */
export class BlockHeights {
  private measured = new WeakMap<Element, number>();
  private readonly letters = new WeakMap<Element, number>();
  private width = 540;

  measure(block: Element, height: number): void {
    this.measured.set(block, height);
  }

  of(block: Element): number {
    return this.measured.get(block) ?? this.reckon(block);
  }

  /** The page is so wide from now on. False where it was before. */
  isNewWidth(width: number): boolean {
    if (width === this.width) return false;
    this.width = width;
    this.measured = new WeakMap();
    return true;
  }

  private reckon(block: Element): number {
    const letters = this.letters.get(block) ?? block.textContent.length;
    this.letters.set(block, letters);
    const lines = Math.ceil((letters * letterWidth) / Math.max(this.width, 100));
    return Math.max(1, lines) * lineHeight + between;
  }
}
