import { Fragment } from 'react';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { beyond, periodAt, type Counted, type View } from './periods.ts';
import own from './Timeline.module.css';

export interface BeyondProps {
  readonly items: readonly Counted[];
  readonly view: View;
  /** Goes to the nearest of those before (-1) or after (1) what is drawn. */
  readonly onGo: (by: -1 | 1) => void;
}

/** How much lies before and after what is drawn, and the way there. */
export function Beyond({ items, view, onGo }: BeyondProps) {
  const m = useMessages();
  const { earlier, later } = beyond(items, view);
  const sides = [
    { by: -1, counts: earlier, edge: view.first, said: 'analysis.before', go: 'analysis.goBefore' },
    { by: 1, counts: later, edge: view.last, said: 'analysis.after', go: 'analysis.goAfter' },
  ] as const;
  const shown = sides.filter(({ counts }) => counts.articles + counts.events > 0);
  if (shown.length === 0) return null;
  return (
    <div className={own.range}>
      {shown.map(({ by, counts, edge, said, go }) => (
        <Fragment key={said}>
          <span>
            {m(said, { when: formatIssued(periodAt(edge, view.zoom)) ?? '' })}{' '}
            {[
              counts.articles > 0 && m('analysis.articlesHere', { count: counts.articles }),
              counts.events > 0 && m('analysis.datesHere', { count: counts.events }),
            ]
              .filter((part) => part !== false)
              .join(', ')}
          </span>
          <Button look="link" onClick={() => onGo(by)}>
            {m(go)}
          </Button>
        </Fragment>
      ))}
    </div>
  );
}
