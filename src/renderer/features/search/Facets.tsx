import type { SearchKind, SearchResult } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './Facets.module.css';

export interface FacetsProps {
  readonly groups: SearchResult['groups'];
  readonly total: number;
  /** The kinds that are shown; none chosen shows all. */
  readonly kinds: readonly SearchKind[];
  readonly onKinds: (kinds: readonly SearchKind[]) => void;
}

/** How the results spread, and a way to see only some of them. */
export function Facets({ groups, total, kinds, onKinds }: FacetsProps) {
  const m = useMessages();
  const most = Math.max(1, ...groups.map((group) => group.total));
  return (
    <aside className={css.facets} aria-label={m('search.narrow')}>
      <header className={css.header}>
        <h2 className={css.title}>{m('search.narrow')}</h2>
        <span className={css.total}>{m('search.results', { count: total })}</span>
      </header>
      {groups.length > 0 && (
        <fieldset className={css.group}>
          <legend className={css.legend}>{m('search.kind')}</legend>
          {groups.map(({ kind, total: count }) => (
            <label key={kind} className={css.row}>
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={(event) =>
                  onKinds(
                    event.target.checked
                      ? [...kinds, kind]
                      : kinds.filter((other) => other !== kind),
                  )
                }
              />
              <span className={css.name}>{m(`search.${kind}`)}</span>
              <span className={css.bar} style={{ width: (60 * count) / most }} aria-hidden />
              <span className={css.count}>{count}</span>
            </label>
          ))}
        </fieldset>
      )}
    </aside>
  );
}
