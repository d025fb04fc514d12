import { actorKinds } from '../../../shared/model/actor.ts';
import type { Parsed } from '../../../shared/contract/methods.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Analysis.module.css';

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
  const date = (key: 'from' | 'until', label: string) => (
    <label>
      {label}
      <input
        type="date"
        value={filter[key] ?? ''}
        onChange={(event) => set(key, event.target.value || undefined)}
      />
    </label>
  );
  return (
    <div className={css.filters} role="group" aria-label={m('analysis.filters')}>
      <select
        aria-label={m('analysis.actorKind')}
        value={filter.kind ?? ''}
        onChange={(event) =>
          set(
            'kind',
            actorKinds.find((kind) => kind === event.target.value),
          )
        }
      >
        <option value="">{m('analysis.allKinds')}</option>
        {actorKinds.map((kind) => (
          <option key={kind} value={kind}>
            {m(`actors.kind.${kind}`)}
          </option>
        ))}
      </select>
      {tags.length > 0 && (
        <select
          aria-label={m('analysis.tag')}
          value={filter.tag ?? ''}
          onChange={(event) => set('tag', event.target.value || undefined)}
        >
          <option value="">{m('analysis.anyTag')}</option>
          {tags.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      {date('from', m('analysis.from'))}
      {date('until', m('analysis.until'))}
      {Object.keys(filter).length > 0 && (
        <Button look="link" onClick={() => onChange({})}>
          {m('analysis.clear')}
        </Button>
      )}
    </div>
  );
}
