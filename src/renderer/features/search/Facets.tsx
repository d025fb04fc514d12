import type { SearchKind, SearchResult } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import css from './Facets.module.css';
import { isNarrowed, toggled, type Facet } from './narrow.ts';

const facets: readonly Facet[] = ['outlet', 'year', 'actor', 'tag'];
const mostShown = 8;
/** The longest bar, in px. */
const longest = 36;

export interface FacetsProps {
  readonly q: string;
  readonly result: SearchResult;
  readonly total: number;
  /** The kinds that are shown; none chosen shows all. */
  readonly kinds: readonly SearchKind[];
  readonly onKinds: (kinds: readonly SearchKind[]) => void;
}

/** How the results spread, and a way to see only some of them. */
export function Facets({ q, result, total, kinds, onKinds }: FacetsProps) {
  const m = useMessages();
  const found = result.groups.filter((group) => group.total > 0);
  return (
    <aside className={css.facets} aria-label={m('search.narrow')}>
      <header className={css.header}>
        <h2 className={css.title}>{m('search.narrow')}</h2>
        <span className={css.total}>{m('search.results', { count: total })}</span>
      </header>
      <div className={css.groups}>
        <Group
          label={m('search.kind')}
          rows={found.map(({ kind, total: count }) => ({
            value: kind,
            label: m(`search.${kind}`),
            count,
            checked: kinds.includes(kind),
            onToggle: () =>
              onKinds(
                kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind],
              ),
          }))}
        />
        {facets.map((facet) => (
          <Group
            key={facet}
            label={m(`search.facet.${facet}`)}
            rows={(result.facets?.[facet] ?? []).slice(0, mostShown).map(({ value, count }) => ({
              value,
              label: value,
              count,
              checked: isNarrowed(q, facet, value),
              onToggle: () =>
                navigate({ name: 'search', q: toggled(q, facet, value) }, { replace: true }),
            }))}
          />
        ))}
      </div>
    </aside>
  );
}

interface Row {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function Group({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{label}</legend>
      {rows.map((row) => (
        <label key={row.value} className={css.row}>
          <input type="checkbox" checked={row.checked} onChange={row.onToggle} />
          <span className={css.name} title={row.label}>
            {row.label}
          </span>
          <span className={css.bar} style={{ width: (longest * row.count) / most }} aria-hidden />
          <span className={css.count}>{row.count}</span>
        </label>
      ))}
    </fieldset>
  );
}
