import type { TextRange } from '../../shared/model/ranges.ts';
import type { TextIndex } from './text-index.ts';

/** How often a place is sought again: the first look lays out text that was out of sight. */
const attempts = 3;
/** For how many frames a chunk that was scrolled to is waited for until it is drawn. */
const mostFrames = 30;

/** The number of the way that is gone now: another one ends it. */
let way = 0;

/**
 * Brings a passage into sight, a third down the view, where it is not there already. Only the
 * text's own scroller moves, which `scrollIntoView` does not promise. Where the passage is not
 * drawn yet, it arrives some frames later.
 */
export const scrollToRange = (index: TextIndex, range: TextRange): void =>
  goTo(index, range.start, () => settleAtRange(index, range));

/** Brings the block that holds `offset` to the top of the view; later where it is not drawn yet. */
export const scrollToBlock = (index: TextIndex, offset: number): void =>
  goTo(index, offset, () => settleAtBlock(index, offset));

/** Runs `settle` where the text at `offset` is in the page, at once or after its chunk was scrolled to. */
function goTo(index: TextIndex, offset: number, settle: () => void): void {
  const mine = ++way;
  if (index.isDrawn(offset)) {
    settle();
    return;
  }
  scrollToChunk(index, offset);
  const wait = (frames: number) => {
    if (mine !== way) return;
    if (index.isDrawn(offset)) settle();
    else if (frames > 0) requestAnimationFrame(() => wait(frames - 1));
  };
  requestAnimationFrame(() => wait(mostFrames));
}

/** Scrolls to about where `offset` will stand. */
function scrollToChunk(index: TextIndex, offset: number): void {
  const chunk = index.elementAt(offset);
  const scroller = scrollerOf(chunk);
  if (chunk === null || scroller === null) return;
  const box = chunk.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  scroller.scrollTop += box.top + box.height * shareOf(chunk, offset) - view.top - view.height / 3;
}

/** How far into its chunk an offset lies, from 0 to 1. */
function shareOf(chunk: Element, offset: number): number {
  const start = Number(chunk.getAttribute('data-chunk'));
  const length = Number(chunk.getAttribute('data-chunk-end')) - start;
  return Math.min(1, Math.max(0, (offset - start) / Math.max(1, length)));
}

/** Where `offset` stands on the screen (px), from the height of its chunk: nothing is laid out for it. */
export function roughTop(index: TextIndex, offset: number): number | null {
  const chunk = index.elementAt(offset)?.closest('[data-chunk]');
  if (chunk == null) return null;
  const { top, height } = chunk.getBoundingClientRect();
  return top + height * shareOf(chunk, offset);
}

function settleAtRange(index: TextIndex, { start, end }: TextRange): void {
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

function settleAtBlock(index: TextIndex, offset: number): void {
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
