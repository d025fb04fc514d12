import type { Actor } from '../../../../shared/model/actor.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { KindFilter } from '../KindFilter.tsx';
import type { GridFilter } from './use-grid.ts';
import css from './WhoSaidWhat.module.css';

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
    <div className={css.filters} role="group" aria-label={m('said.filters')}>
      <KindFilter value={kind ?? null} onChange={(next) => set('kind', next ?? undefined)} />
      {tags.length > 0 && (
        <label>
          <span className="visually-hidden">{m('said.tag')}</span>
          <select
            value={tag ?? ''}
            onChange={(event) => set('tag', event.target.value || undefined)}
          >
            <option value="">{m('said.anyTag')}</option>
            {tags.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="visually-hidden">{m('said.actor')}</span>
        <select
          className={css.actors}
          value={actorIds?.[0] ?? ''}
          onChange={(event) =>
            set('actorIds', event.target.value === '' ? undefined : [event.target.value])
          }
        >
          <option value="">{m('said.allActors')}</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {m('said.from')}
        <input
          type="date"
          value={from ?? ''}
          onChange={(event) => set('from', event.target.value || undefined)}
        />
      </label>
      <label>
        {m('said.until')}
        <input
          type="date"
          value={until ?? ''}
          onChange={(event) => set('until', event.target.value || undefined)}
        />
      </label>
      {isFiltered && (
        <Button look="link" onClick={() => onChange({})}>
          {m('said.clear')}
        </Button>
      )}
    </div>
  );
}
