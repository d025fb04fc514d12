import { Search } from 'lucide-react';
import { useId } from 'react';
import { useMethod } from '../api/use-method.ts';
import { useSearchSort } from '../features/search/use-search.ts';
import { useMessages } from '../messages/messages.ts';
import { href, useRoute } from '../state/route.ts';
import css from './Navigation.module.css';

/** The saved searches, each with the number of its results now. */
export function SavedSearches() {
  const m = useMessages();
  const id = useId();
  const route = useRoute();
  const { data } = useMethod('searches.list', {});
  if (data === undefined || data.items.length === 0) return null;
  return (
    <>
      <h2 id={id} className={css.label}>
        {m('search.saved')}
      </h2>
      <ul aria-labelledby={id} className={css.items}>
        {data.items.map(({ id: key, name, q, sort, count }) => (
          <li key={key}>
            <a
              className={css.item}
              href={href({ name: 'search', q })}
              aria-current={route.name === 'search' && route.q === q ? 'page' : undefined}
              onClick={() => useSearchSort.setState({ sort })}
            >
              <Search size={16} strokeWidth={1.75} aria-hidden />
              <span className={css.name}>{name}</span>
              <span className={css.count}>{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
