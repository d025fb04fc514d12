import { actorKinds, type ActorKind } from '../../../shared/model/actor.ts';
import type { Parsed } from '../../../shared/contract/methods.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { DateRangeFilter, FilterBar } from '../../ui/layout/FilterBar.tsx';
import { Select } from '../../ui/Select.tsx';

export type ActorFilter = Pick<Parsed<'analysis.network'>, 'kind' | 'tag' | 'from' | 'until'>;

interface ActorFiltersProps {
  readonly filter: ActorFilter;
  readonly onChange: (filter: ActorFilter) => void;
}

/** Which actors are shown, and by which articles. */
export function ActorFilters({ filter, onChange }: ActorFiltersProps) {
  const m = useMessages();
  const tags = useMethod('tags.list', {}).data?.items ?? [];
  /** Sets one part; undefined takes it away. */
  const set = <K extends keyof ActorFilter>(key: K, value: ActorFilter[K]) => {
    const { [key]: _gone, ...others } = filter;
    onChange(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <FilterBar
      label={m('analysis.filters')}
      clear={
        Object.keys(filter).length > 0
          ? { label: m('analysis.clear'), run: () => onChange({}) }
          : null
      }
    >
      <Select<ActorKind | ''>
        aria-label={m('analysis.actorKind')}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: m('analysis.allKinds') },
          ...actorKinds.map((value) => ({ value, label: m(`actors.kind.${value}`) })),
        ]}
        onChange={(kind) => set('kind', kind || undefined)}
      />
      {tags.length > 0 && (
        <Select
          aria-label={m('analysis.tag')}
          value={filter.tag ?? ''}
          options={[
            { value: '', label: m('analysis.anyTag') },
            ...tags.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(name) => set('tag', name || undefined)}
        />
      )}
      <DateRangeFilter
        labels={{ from: m('analysis.from'), until: m('analysis.until') }}
        range={filter}
        onChange={set}
      />
    </FilterBar>
  );
}
