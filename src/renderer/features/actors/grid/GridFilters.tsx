import type { Actor } from '../../../../shared/model/actor.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { DateRangeFilter, FilterBar } from '../../../ui/layout/FilterBar.tsx';
import { Select } from '../../../ui/Select.tsx';
import { KindFilter } from '../KindFilter.tsx';
import type { GridFilter } from './use-grid.ts';

interface GridFiltersProps {
  readonly filter: GridFilter;
  readonly onChange: (filter: GridFilter) => void;
}

const noActors: readonly Actor[] = [];

/** Kind, topic, actor and dates of what is shown. */
export function GridFilters({ filter, onChange }: GridFiltersProps) {
  const m = useMessages();
  const tags = useMethod('tags.list', {}).data?.items ?? [];
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const { kind, tag, actorIds, from, until } = filter;
  const isFiltered = [kind, tag, actorIds, from, until].some((value) => value !== undefined);
  /** Sets one part; undefined takes it away. */
  const set = <K extends keyof GridFilter>(key: K, value: GridFilter[K]) => {
    const { [key]: _gone, ...others } = filter;
    onChange(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <FilterBar
      label={m('said.filters')}
      clear={isFiltered ? { label: m('said.clear'), run: () => onChange({}) } : null}
    >
      <KindFilter value={kind ?? null} onChange={(next) => set('kind', next ?? undefined)} />
      {tags.length > 0 && (
        <Select
          aria-label={m('said.tag')}
          value={tag ?? ''}
          options={[
            { value: '', label: m('said.anyTag') },
            ...tags.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(name) => set('tag', name || undefined)}
        />
      )}
      <Select
        aria-label={m('said.actor')}
        value={actorIds?.[0] ?? ''}
        options={[
          { value: '', label: m('said.allActors') },
          ...actors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => set('actorIds', id === '' ? undefined : [id])}
      />
      <DateRangeFilter
        labels={{ from: m('said.from'), until: m('said.until') }}
        range={{ from, until }}
        onChange={set}
      />
    </FilterBar>
  );
}
