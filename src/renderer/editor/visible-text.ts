import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { useEffect, useMemo, useState } from 'react';
import type { DocumentText } from '../../shared/briefing/document-text.ts';
import type { TextRange } from '../../shared/model/ranges.ts';

/** Top-level blocks that are on screen or near it, from `first` up to but without `end`. */
interface VisibleBlocks {
  readonly first: number;
  readonly end: number;
}

const everything: VisibleBlocks = { first: 0, end: Infinity };
/** Shorter documents are painted whole. */
const shortEnough = 60;

/** Index of the first child whose lower edge is below `y`; blocks stand one under the other. */
function firstBelow(children: HTMLCollection, y: number): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is within `screens` screens of the window. */
function blocksWithin(root: HTMLElement, screens: number): VisibleBlocks {
  const { innerHeight } = window;
  return {
    first: firstBelow(root.children, -screens * innerHeight),
    end: firstBelow(root.children, (1 + screens) * innerHeight) + 1,
  };
}

function watch(editor: LexicalEditor, onChange: (blocks: VisibleBlocks) => void): () => void {
  let shown = everything;
  let asked = 0;
  const look = () => {
    asked = 0;
    const root = editor.getRootElement();
    if (root === null) return;
    if (root.children.length <= shortEnough) {
      if (shown !== everything) onChange((shown = everything));
      return;
    }
    const near = blocksWithin(root, 0.5);
    if (shown.end !== Infinity && shown.first <= near.first && shown.end >= near.end) return;
    onChange((shown = blocksWithin(root, 1.5)));
  };
  const soon = () => {
    if (asked === 0) asked = requestAnimationFrame(look);
  };
  // Scrolling does not bubble: whichever element scrolls, it is seen on its way down.
  window.addEventListener('scroll', soon, { capture: true, passive: true });
  window.addEventListener('resize', soon);
  const stop = editor.registerRootListener(() => soon());
  const stopUpdates = editor.registerUpdateListener(() => soon());
  soon();
  return () => {
    cancelAnimationFrame(asked);
    window.removeEventListener('scroll', soon, { capture: true });
    window.removeEventListener('resize', soon);
    stop();
    stopUpdates();
  };
}

/** The stretch of a long document's text that is on screen or near it; all of a short one. */
export function useVisibleText({ blocks }: DocumentText): TextRange {
  const [editor] = useLexicalComposerContext();
  const [visible, setVisible] = useState<VisibleBlocks>(everything);
  useEffect(() => watch(editor, setVisible), [editor]);
  return useMemo(() => {
    if (visible.end === Infinity) return { start: 0, end: Infinity };
    const inside = blocks.filter(
      ({ path: [top = 0] }) => top >= visible.first && top < visible.end,
    );
    return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 };
  }, [blocks, visible]);
}

/** Those of the stretches, which come in order of place, that begin in sight. */
export const inSight = <T extends TextRange>(
  stretches: readonly T[],
  { start, end }: TextRange,
): readonly T[] =>
  end === Infinity
    ? stretches
    : stretches.filter((stretch) => stretch.end >= start && stretch.start <= end);
