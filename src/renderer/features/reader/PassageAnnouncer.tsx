import { useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { useShortcut } from '../../state/keymap.ts';
import { selectAnnotation, useSelection } from '../../state/selection.ts';

export interface PassageAnnouncerProps {
  readonly placed: readonly Annotation[];
}

/** `[` and `]` step through the passages; what is painted is said, since paint cannot be heard. */
export function PassageAnnouncer({ placed }: PassageAnnouncerProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const [said, setSaid] = useState('');
  const annotationId = useSelection((state) => state.annotationId);
  const step = (by: 1 | -1) => {
    const ordered = placed.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const now = ordered.findIndex(({ id }) => id === annotationId);
    const from = now < 0 && by < 0 ? ordered.length : now;
    const next = ordered[(from + by + ordered.length) % ordered.length];
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
