import { useCallback, useEffect, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Mention } from '../../../shared/model/actor.ts';
import { offsetUnder } from '../../reading/selection.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { selectAnnotation } from '../../state/selection.ts';
import type { MentionsAsked } from './use-mentions-asked.ts';

/** What lies at one place of the text, where that is more than one thing. */
export interface Overlap {
  /** Shortest first. */
  readonly passages: readonly Annotation[];
  /** A mention there that is not certain. */
  readonly mention: Mention | null;
  readonly at: { readonly x: number; readonly y: number };
}

interface Clicks {
  readonly index: TextIndex;
  readonly root: HTMLElement;
  readonly placed: readonly Annotation[];
  readonly mentions: MentionsAsked;
}

/** A click is the whole of it only when no second one follows, in ms. */
const doubleClick = 240;

/**
 * A click on the text: chooses the passage there, asks about the mention there, or, where several
 * lie, answers with all of them.
 */
export function useClicks({ index, root, placed, mentions }: Clicks) {
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const click = (event: MouseEvent) => {
      if (getSelection()?.isCollapsed === false) return;
      const at = offsetUnder(index, event);
      if (at === null) return;
      const passages = placed
        .filter(({ start, end }) => start <= at && at < end)
        .toSorted((a, b) => a.end - a.start - (b.end - b.start));
      const mention = mentions.at(at);
      const isDoubtful = mention?.status === 'open' || mention?.status === 'inferred';
      if (passages.length > 1 || (passages.length === 1 && isDoubtful)) {
        setOverlap({
          passages,
          mention: isDoubtful ? mention : null,
          at: { x: event.clientX, y: event.clientY },
        });
        return;
      }
      selectAnnotation(passages[0]?.id ?? null);
      if (passages.length > 0 || mention === null) return;
      waiting = setTimeout(() => {
        if (getSelection()?.isCollapsed !== false) mentions.ask(mention);
      }, doubleClick);
    };
    const stopWaiting = () => clearTimeout(waiting);
    root.addEventListener('click', click);
    document.addEventListener('pointerdown', stopWaiting);
    return () => {
      stopWaiting();
      root.removeEventListener('click', click);
      document.removeEventListener('pointerdown', stopWaiting);
    };
  }, [index, placed, root, mentions]);
  const close = useCallback(() => setOverlap(null), []);
  return { overlap, close };
}
