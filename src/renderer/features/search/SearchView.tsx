import { ListFilter, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SearchKind } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { useOverlayPanel } from '../../state/use-media.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Chips } from './Chips.tsx';
import { FacetPane, facetsId } from './Facets.tsx';
import { Group } from './Group.tsx';
import { NearWords } from './NearWords.tsx';
import { NoResults } from './NoResults.tsx';
import { SaveSearch } from './SaveSearch.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { SortMenu } from './SortMenu.tsx';
import css from './SearchView.module.css';
import { useShownError } from './use-shown-error.ts';
import { useNear, useSearch, useWholeSearch } from './use-search.ts';

/** What the library has on a query, by kind. */
export function SearchView({ q }: { readonly q: string }) {
  const m = useMessages();
  const { data: first, error, isPlaceholderData } = useSearch(q);
  const whole = useWholeSearch(q);
  const near = useNear(q);
  const fault = useShownError(q, (whole ?? first)?.error);
  const [kinds, setKinds] = useState<readonly SearchKind[]>([]);
  const overlay = useOverlayPanel();
  const [narrowing, setNarrowing] = useState(false);
  const narrowButton = useRef<HTMLButtonElement>(null);
  if (q.trim() === '') {
    return (
      <div className={css.blank}>
        <p className={css.hint}>{m('search.hint')}</p>
        <SearchHelp />
      </div>
    );
  }
  if (error !== null) return <EmptyState>{error.message}</EmptyState>;
  const result = whole ?? first;
  if (result === undefined) return null;
  const found = result.groups.filter(({ total }) => total > 0);
  const total = found.reduce((sum, group) => sum + group.total, 0);
  const shown = found.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const closeNarrow = () => {
    setNarrowing(false);
    narrowButton.current?.focus();
  };
  return (
    <section
      className={css.search}
      aria-label={m('search.search')}
      aria-busy={isPlaceholderData || undefined}
    >
      <div className={css.main}>
        <header className={css.header}>
          <div className={css.top}>
            <Chips q={q} understood={result.understood} error={fault} />
            <div className={css.tools}>
              <SortMenu />
              <SaveSearch q={q} />
              {overlay && (
                <IconButton
                  ref={narrowButton}
                  icon={ListFilter}
                  label={m('search.narrow')}
                  aria-expanded={narrowing}
                  aria-controls={narrowing ? facetsId : undefined}
                  onClick={() => setNarrowing(!narrowing)}
                />
              )}
            </div>
          </div>
          {fault !== undefined && (
            <p className={css.error}>
              <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
              {fault.message}
            </p>
          )}
          {result.building !== undefined && (
            <p className={css.relaxed}>{m('search.building', { count: result.building })}</p>
          )}
          {result.relaxed === true && (
            <p className={css.relaxed}>{m('search.relaxed', { whole: result.whole ?? 0 })}</p>
          )}
          <NearWords q={q} near={near} />
          <p className="visually-hidden" role="status">
            {m('search.results', { count: total })}
          </p>
        </header>
        <div className={css.results}>
          {total === 0 && <NoResults q={q} understood={result.understood} />}
          {shown.map((group, index) => (
            <Group
              key={group.kind}
              q={q}
              group={group}
              first={index === 0}
              thorough={whole !== undefined}
            />
          ))}
          {result.titlesOnly === true && <p className={css.bounded}>{m('search.titlesOnly')}</p>}
        </div>
      </div>
      {(!overlay || narrowing) && (
        <FacetPane
          q={q}
          result={result}
          total={total}
          kinds={kinds}
          onKinds={setKinds}
          onClose={overlay ? closeNarrow : undefined}
        />
      )}
    </section>
  );
}
