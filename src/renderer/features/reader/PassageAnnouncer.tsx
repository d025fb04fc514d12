import { useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { firstVisible } from '../../reading/first-visible.ts';
import { scrollerOf } from '../../reading/scroll.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { useShortcut } from '../../state/keymap.ts';
import { selectAnnotation, useSelection } from '../../state/selection.ts';

export interface PassageAnnouncerProps {
  readonly placed: readonly Annotation[];
  /** The element that holds the text. */
  readonly root: HTMLElement;
}

/** `[` and `]` step through the passages; what is painted is said, since paint cannot be heard. */
export function PassageAnnouncer({ placed, root }: PassageAnnouncerProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const [said, setSaid] = useState('');
  const annotationId = useSelection((state) => state.annotationId);
  const step = (by: 1 | -1) => {
    const ordered = placed.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const chosen = ordered.findIndex(({ id }) => id === annotationId);
    const next = ordered.at((chosen < 0 ? inSight(ordered, by) : chosen + by) % ordered.length);
    if (next === undefined) return;
    selectAnnotation(next.id);
    const count = placed.filter(({ start, end }) => start < next.end && end > next.start).length;
    setSaid(
      m('reader.announce', {
        colour: nameOf(next.colour),
        quote: next.quote.slice(0, 80),
        count,
      }),
    );
  };
  /** Where stepping begins: at the first passage from here on, or the last one before. */
  const inSight = (ordered: readonly Annotation[], by: 1 | -1) => {
    const top = firstVisible(scrollerOf(root) ?? root) ?? 0;
    const first = ordered.findIndex(({ end }) => end > top);
    if (by < 0) return (first < 0 ? ordered.length : first) - 1;
    return Math.max(first, 0);
  };
  const enabled = placed.length > 0;
  useShortcut({
    keys: ']',
    label: 'reader.nextPassage',
    group: 'reading',
    run: () => step(1),
    enabled,
  });
  useShortcut({
    keys: '[',
    label: 'reader.previousPassage',
    group: 'reading',
    run: () => step(-1),
    enabled,
  });
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
