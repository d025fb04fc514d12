import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { useMessages } from '../../messages/messages.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { within } from '../../reading/window.ts';
import { OverlapMenu } from './OverlapMenu.tsx';
import css from './MarginBubbles.module.css';

export interface MarginBubblesProps {
  readonly index: TextIndex;
  readonly root: HTMLElement;
  readonly placed: readonly Annotation[];
  /** The part of the text that is painted; null: all of it. */
  readonly window: TextRange | null;
  readonly onChoose: (annotation: Annotation) => void;
}

interface Bubble {
  readonly top: number;
  readonly passages: readonly Annotation[];
}

/** Colours shown in a bubble; the number says how many passages there are. */
const mostDots = 3;

/** How long after opening the text stands still, in ms. */
const settled = 250;

/**
 * In the margin of each paragraph, the passages that begin in it: what stands for the cards where
 * there is no room for them, and the way to every passage by Tab.
 */
export function MarginBubbles({ index, root, placed, window, onChoose }: MarginBubblesProps) {
  const m = useMessages();
  const [bubbles, setBubbles] = useState<readonly Bubble[]>([]);
  const [open, setOpen] = useState<{ passages: readonly Annotation[]; at: DOMRect } | null>(null);
  const groups = useMemo(
    () => Map.groupBy(within(placed, window), ({ start }) => index.elementAt(start)),
    [index, placed, window],
  );
  useEffect(() => {
    if (groups.size === 0) return undefined;
    const measure = () => {
      const base = root.getBoundingClientRect().top - root.offsetTop;
      setBubbles(
        [...groups]
          .flatMap(([block, passages]) => {
            const box = block?.getBoundingClientRect();
            return box === undefined || box.height === 0 ? [] : [{ top: box.top - base, passages }];
          })
          .sort((a, b) => a.top - b.top),
      );
    };
    // The observer measures once when it begins.
    const observer = new ResizeObserver(measure);
    // Not before the remembered place is gone to: measuring lays out text that is out of sight.
    const timer = setTimeout(() => observer.observe(root), settled);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [groups, root]);
  const close = useCallback(() => setOpen(null), []);
  if (groups.size === 0 || bubbles.length === 0) return null;
  return (
    <div className={css.margin} role="group" aria-label={m('reader.margin')}>
      {bubbles.map(({ top, passages }) => (
        <button
          key={passages[0]?.id}
          type="button"
          className={css.bubble}
          style={{ top }}
          aria-label={m('reader.passagesHere', { count: passages.length })}
          onClick={(event) => {
            const [only, ...others] = passages;
            if (only !== undefined && others.length === 0) onChoose(only);
            else setOpen({ passages, at: event.currentTarget.getBoundingClientRect() });
          }}
        >
          {[...new Set(passages.map(({ colour }) => colour))].slice(0, mostDots).map((colour) => (
            <span key={colour} className={css.dot} data-colour={colour} aria-hidden />
          ))}
          {passages.length}
        </button>
      ))}
      {open !== null && (
        <OverlapMenu
          passages={open.passages.toSorted((a, b) => a.end - a.start - (b.end - b.start))}
          at={{ x: open.at.left, y: open.at.bottom }}
          onChoose={(annotation) => {
            close();
            onChoose(annotation);
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
