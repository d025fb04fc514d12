import type { Understood } from '../../../shared/model/search.ts';
import { useMethodEach } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { leadOf } from './chip-words.ts';
import { withoutOne } from './without-one.ts';
import css from './WithoutOne.module.css';

/** Parts that are tried; each is a search of its own. */
const mostTried = 6;

export interface WithoutOneProps {
  readonly q: string;
  readonly understood: readonly Understood[];
}

/** For a query nothing answers as a whole: which part stands in the way, and what there is without. */
export function WithoutOne({ q, understood }: WithoutOneProps) {
  const m = useMessages();
  const shorter = withoutOne(q, understood, mostTried);
  const answers = useMethodEach(
    'search.query',
    shorter.map((one) => ({ q: one.q, limit: 1 })),
  );
  const found = shorter
    .map(({ left, q: query }, index) => ({
      query,
      part: [leadOf(m, left), left.year ?? left.chip.text].filter(Boolean).join(' '),
      count: answers[index]?.groups.reduce((sum, { total }) => sum + total, 0) ?? 0,
    }))
    .filter(({ count }) => count > 0);
  if (found.length === 0) return null;
  return (
    <ul className={css.list} aria-label={m('search.withoutOne')}>
      {found.map(({ query, part, count }) => (
        <li key={query}>
          <Button onClick={() => navigate({ name: 'search', q: query }, { replace: true })}>
            {m('search.without', { part, count })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
