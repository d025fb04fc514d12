import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SearchKind, SearchResult } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { DateChart } from './DateChart.tsx';
import { classNames } from '../../ui/class-names.ts';
import pane from '../../ui/layout/side-pane.module.css';
import css from './Facets.module.css';
import { askedValues, asksFor, facets, toggled, type Facet } from '../../../shared/query/facets.ts';
import { useFacets } from './use-search.ts';

export const facetsId = 'search-facets';
const mostShown = 8;
/** The longest bar, in px. */
const longest = 36;

export interface FacetPaneProps {
  readonly q: string;
  readonly result: SearchResult;
  readonly total: number;
  /** The kinds that are shown; none chosen shows all. */
  readonly kinds: readonly SearchKind[];
  readonly onKinds: (kinds: readonly SearchKind[]) => void;
  /** The pane lies over the results and can be closed. */
  readonly onClose?: (() => void) | undefined;
}

/** How the results spread, and a way to see only some of them. */
export function FacetPane({ q, result, total, kinds, onKinds, onClose }: FacetPaneProps) {
  const m = useMessages();
  const { facets: spread, isOld } = useFacets(q);
  useShortcut({
    keys: 'Escape',
    label: 'search.closeNarrow',
    group: 'everywhere',
    enabled: onClose !== undefined,
    run: () => onClose?.(),
  });
  const found = result.groups.filter((group) => group.total > 0);
  return (
    <aside
      id={facetsId}
      className={classNames(pane.pane, css.facets)}
      data-overlay={onClose !== undefined || undefined}
      aria-label={m('search.narrow')}
    >
      <PaneHeader title={m('search.narrow')} count={m('search.results', { count: total })}>
        {onClose !== undefined && (
          <IconButton icon={X} label={m('search.closeNarrow')} onClick={onClose} />
        )}
      </PaneHeader>
      <div className={pane.groups}>
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
            isOld={isOld}
            rows={valuesOf(q, facet, spread?.[facet] ?? []).map(({ value, count }) => ({
              value,
              label: value,
              count,
              checked: asksFor(q, facet, value),
              onToggle: () =>
                navigate({ name: 'search', q: toggled(q, facet, value) }, { replace: true }),
            }))}
          >
            {facet === 'year' && spread !== undefined && <DateChart {...spread} />}
          </Group>
        ))}
      </div>
    </aside>
  );
}

interface Row {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

interface GroupProps {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Whether the numbers are those of the last query: nobody is to read them as this one's. */
  readonly isOld?: boolean;
  /** Stands between the label and the rows. */
  readonly children?: ReactNode;
}

interface Counted {
  readonly value: string;
  /** Null for a value that is asked for and not among the frequent ones. */
  readonly count: number | null;
}

/** Years as they follow each other, the newest first; other values by how frequent they are. */
function valuesOf(q: string, facet: Facet, counts: readonly Counted[]): readonly Counted[] {
  const known = new Set(counts.map(({ value }) => value));
  const asked = askedValues(q, facet).filter((value) => !known.has(value));
  const all = [...counts, ...asked.map((value) => ({ value, count: null }))];
  return facet === 'year' ? all.sort((a, b) => b.value.localeCompare(a.value)) : all;
}

function Group({ label, rows, isOld = false, children }: GroupProps) {
  const m = useMessages();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.filter(({ checked }, index) => checked || index < mostShown);
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  return (
    <fieldset className={classNames(pane.group, isOld && css.old)} aria-busy={isOld || undefined}>
      <legend className={pane.legend}>{label}</legend>
      {children}
      {shown.map((row) => (
        <label key={row.value} className={pane.choice}>
          <input type="checkbox" checked={row.checked} onChange={row.onToggle} />
          <span className={css.name} title={row.label}>
            {row.label}
          </span>
          <span
            className={css.bar}
            style={{ width: (longest * (row.count ?? 0)) / most }}
            aria-hidden
          />
          <span className={css.count}>
            {row.count !== null && m('search.count', { count: row.count })}
          </span>
        </label>
      ))}
      {shown.length < rows.length && (
        <Button look="link" onClick={() => setAll(true)}>
          {m('search.allValues', { count: rows.length })}
        </Button>
      )}
    </fieldset>
  );
}
