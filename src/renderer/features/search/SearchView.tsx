import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { SearchKind } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Chips } from './Chips.tsx';
import { Facets } from './Facets.tsx';
import { Group } from './Group.tsx';
import { NearWords } from './NearWords.tsx';
import css from './SearchView.module.css';
import { useSearch } from './use-search.ts';

/** What the library has on a query, by kind. */
export function SearchView({ q }: { readonly q: string }) {
  const m = useMessages();
  const { data: result, error } = useSearch(q);
  const [kinds, setKinds] = useState<readonly SearchKind[]>([]);
  if (q.trim() === '') return <EmptyState>{m('search.hint')}</EmptyState>;
  if (error !== null) return <EmptyState>{error.message}</EmptyState>;
  if (result === undefined) return null;
  const found = result.groups.filter(({ total }) => total > 0);
  const total = found.reduce((sum, group) => sum + group.total, 0);
  const shown = found.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return (
    <section className={css.search} aria-label={m('search.search')}>
      <div className={css.main}>
        <header className={css.header}>
          <Chips q={q} result={result} />
          {result.error !== undefined && (
            <p className={css.error}>
              <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
              {result.error.message}
            </p>
          )}
          {result.relaxed === true && <p className={css.relaxed}>{m('search.relaxed')}</p>}
          <NearWords q={q} near={result.near ?? []} />
          <p className="visually-hidden" role="status">
            {m('search.results', { count: total })}
          </p>
        </header>
        <div className={css.results}>
          {total === 0 && <EmptyState>{m('search.nothing')}</EmptyState>}
          {shown.map((group, index) => (
            <Group key={group.kind} q={q} group={group} first={index === 0} />
          ))}
          {result.bounded === true && <p className={css.bounded}>{m('search.bounded')}</p>}
        </div>
      </div>
      <Facets q={q} result={result} total={total} kinds={kinds} onKinds={setKinds} />
    </section>
  );
}
