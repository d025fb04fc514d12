import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { mergeRegister } from '@lexical/utils';
import type { LexicalEditor } from 'lexical';
import { useMemo, useSyncExternalStore } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { displayedBlocks, type DisplayedBlock } from './displayed-blocks.ts';
import { isLong } from './long-page.ts';

/** Top-level blocks that are on screen or near it, from `first` up to but without `end`. */
interface VisibleBlocks {
  readonly first: number;
  readonly end: number;
}

const everything: VisibleBlocks = { first: 0, end: Infinity };
/** Until a long document was looked at, what is at its top. */
const top: VisibleBlocks = { first: 0, end: 30 };

/** Position of the first block of which `holds` is true; it is of all that follow. */
function firstOf(blocks: readonly DisplayedBlock[], holds: (place: DOMRect) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = blocks[middle]?.block.getBoundingClientRect();
    if (place !== undefined && holds(place)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is within `screens` screens of the window. */
function blocksWithin(root: HTMLElement, screens: number): VisibleBlocks {
  const { innerHeight } = window;
  const blocks = displayedBlocks(root);
  const first = firstOf(blocks, ({ bottom }) => bottom > -screens * innerHeight);
  const behind = firstOf(blocks, ({ top }) => top > (1 + screens) * innerHeight);
  return {
    first: blocks[first]?.index ?? root.childElementCount,
    end: (blocks[behind - 1]?.index ?? -1) + 1,
  };
}

/** What of an editor's text is in sight, for all who draw something over it. */
class Sight {
  blocks = top;
  private readonly editor: LexicalEditor;
  private readonly listeners = new Set<() => void>();
  private asked = 0;
  private count = 0;
  private stop = () => {};

  constructor(editor: LexicalEditor) {
    this.editor = editor;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.watch();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  private watch(): void {
    const soon = () => {
      if (this.asked === 0) this.asked = requestAnimationFrame(this.look);
    };
    // Scrolling does not bubble: whichever element scrolls, it is seen on its way down.
    window.addEventListener('scroll', soon, { capture: true, passive: true });
    window.addEventListener('resize', soon);
    const stopUpdates = mergeRegister(
      this.editor.registerRootListener(soon),
      this.editor.registerUpdateListener(() => {
        const count = this.editor.getRootElement()?.childElementCount ?? 0;
        if (count === this.count) return;
        this.count = count;
        soon();
      }),
    );
    this.stop = () => {
      cancelAnimationFrame(this.asked);
      this.asked = 0;
      window.removeEventListener('scroll', soon, { capture: true });
      window.removeEventListener('resize', soon);
      stopUpdates();
    };
    soon();
  }

  private readonly look = (): void => {
    this.asked = 0;
    const root = this.editor.getRootElement();
    if (root === null) return;
    if (!isLong(root.childElementCount)) return this.become(everything);
    const near = blocksWithin(root, 0.25);
    const { first, end } = this.blocks;
    if (end === Infinity || first > near.first || end < near.end) {
      this.become(blocksWithin(root, 0.75));
    }
  };

  private become(blocks: VisibleBlocks): void {
    if (blocks === this.blocks) return;
    this.blocks = blocks;
    for (const listener of this.listeners) listener();
  }
}

const sights = new WeakMap<LexicalEditor, Sight>();

function sightOf(editor: LexicalEditor): Sight {
  const sight = sights.get(editor) ?? new Sight(editor);
  sights.set(editor, sight);
  return sight;
}

/** The stretch of a long document's text that is on screen or near it; all of a short one. */
export function useVisibleText({ blocks }: DocumentText): TextRange {
  const [editor] = useLexicalComposerContext();
  const sight = sightOf(editor);
  const seen = useSyncExternalStore(sight.subscribe, () => sight.blocks);
  return useMemo(() => {
    const { first, end } = isLong(topLevel(blocks)) ? seen : everything;
    if (end === Infinity) return { start: 0, end };
    const inside = blocks.filter(({ path: [index = 0] }) => index >= first && index < end);
    return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 };
  }, [blocks, seen]);
}

const topLevel = (blocks: DocumentText['blocks']): number => (blocks.at(-1)?.path[0] ?? 0) + 1;

/** Those of the stretches, which come in order of place, that begin in sight. */
export const inSight = <T extends TextRange>(
  stretches: readonly T[],
  { start, end }: TextRange,
): readonly T[] =>
  end === Infinity
    ? stretches
    : stretches.filter((stretch) => stretch.end >= start && stretch.start <= end);
