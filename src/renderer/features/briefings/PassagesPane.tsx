import { ChevronDown } from 'lucide-react';
import { memo, useId, useMemo, useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import type { PassageSources } from '../../editor/use-passage-sources.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { groupings, groupPassages, type Grouping } from './passage-groups.ts';
import { PassageGroup } from './PassageGroup.tsx';
import type { PassageItemProps } from './PassageItem.tsx';
import css from './PassagesPane.module.css';
import { useMatchingPassages } from './use-matching-passages.ts';

const labels: Readonly<Record<Grouping, MessageKey>> = {
  article: 'briefings.byArticle',
  tag: 'briefings.byTag',
  actor: 'briefings.byActor',
};

export interface PassagesPaneProps {
  readonly sources: PassageSources;
  /** How often this briefing cites a passage. */
  readonly uses: ReadonlyMap<string, number>;
  readonly onInsert: PassageItemProps['onInsert'];
}

/** The passages beside the page: unused first, in groups, narrowed by a query in the grammar of the search box. */
export const PassagesPane = memo(function PassagesPane({
  sources,
  uses,
  onInsert,
}: PassagesPaneProps) {
  const m = useMessages();
  const [by, setBy] = useState<Grouping>('article');
  const [filter, setFilter] = useState('');
  const errorId = useId();
  const { data: actors } = useMethod('actors.list', {}, { enabled: by === 'actor' });
  const { data: mentions } = useMethod(
    'mentions.list',
    { limit: 100_000 },
    { enabled: by === 'actor' },
  );
  const { listed, articles, sourceOf } = sources;
  const unused = listed.filter(({ id }) => !uses.has(id)).length;
  const { ids, error } = useMatchingPassages(filter);
  const groups = useMemo(() => {
    const found = ids === null ? null : new Set(ids);
    const wanted = listed.filter(({ id }) => found?.has(id) ?? true);
    return groupPassages(wanted, (id) => uses.has(id), {
      by,
      articles,
      actors: actors?.items ?? [],
      mentions: mentions?.items ?? [],
      none: m(by === 'tag' ? 'briefings.noTag' : 'briefings.noActor'),
    });
  }, [actors, articles, by, ids, listed, m, mentions, uses]);
  return (
    <section className={css.pane} aria-label={m('briefings.passages')}>
      <PaneHeader
        title={m('briefings.passages')}
        count={m('briefings.unusedOf', { unused, total: listed.length })}
      >
        <Menu
          label={m('briefings.group')}
          placement="bottom-end"
          items={groupings.map((grouping) => ({
            id: grouping,
            label: m(labels[grouping]),
            checked: grouping === by,
            run: () => setBy(grouping),
          }))}
        >
          <Button look="plain" className={css.grouping}>
            {m(labels[by])}
            <ChevronDown size={14} aria-hidden />
          </Button>
        </Menu>
      </PaneHeader>
      <input
        className={css.filter}
        type="search"
        aria-label={m('briefings.filter')}
        placeholder={m('briefings.filter')}
        value={filter}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(event) => setFilter(event.target.value)}
      />
      {error !== null && (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      )}
      <div className={css.groups}>
        {listed.length > 0 && groups.length === 0 && (
          <p className={css.none}>{m('briefings.noPassageFound')}</p>
        )}
        {listed.length === 0 && <p className={css.none}>{m('briefings.noPassages')}</p>}
        {groups.map((group) => (
          <PassageGroup
            key={group.name}
            group={group}
            sourceOf={sourceOf}
            uses={uses}
            onInsert={onInsert}
          />
        ))}
      </div>
    </section>
  );
});
