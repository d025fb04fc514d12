import { ChevronDown } from 'lucide-react';
import { memo, useCallback, useId, useMemo, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import type { Insertion } from '../../editor/edits.ts';
import type { Passage } from '../../editor/insertion.ts';
import type { PassageSources } from '../../editor/use-passage-sources.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { materialsOf, type Material } from './materials.ts';
import { groupings, groupPassages, type Grouping } from './passage-groups.ts';
import { PassageGroup } from './PassageGroup.tsx';
import css from './PassagesPane.module.css';
import { useMatchingPassages } from './use-matching-passages.ts';

const labels: Readonly<Record<Grouping, MessageKey>> = {
  article: 'briefings.byArticle',
  speaker: 'briefings.bySpeaker',
  tag: 'briefings.byTag',
  actor: 'briefings.byActor',
};

/** The name of the group of those that have none. */
const nobody: Readonly<Record<Grouping, MessageKey>> = {
  article: 'briefings.noActor',
  speaker: 'briefings.noSpeaker',
  tag: 'briefings.noTag',
  actor: 'briefings.noActor',
};

export interface PassagesPaneProps {
  readonly sources: PassageSources;
  /** How often this briefing cites a passage. */
  readonly uses: ReadonlyMap<string, number>;
  readonly onInsert: (passage: Passage, how: Insertion) => void;
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
  const { data: actors } = useMethod('actors.list', {});
  const { data: statements } = useMethod('statements.list', {});
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
    const wanted = materialsOf(listed, statements?.items ?? [], actors?.items ?? []).filter(
      ({ id, isStatement }) => found?.has(id) ?? (!isStatement || by === 'speaker'),
    );
    return groupPassages(wanted, (id) => uses.has(id), {
      by,
      articles,
      actors: actors?.items ?? [],
      mentions: mentions?.items ?? [],
      none: m(nobody[by]),
    });
  }, [actors, articles, by, ids, listed, m, mentions, statements, uses]);
  const mark = useCommand('annotations.create');
  const insert = useCallback(
    async (material: Material, how: Insertion) => {
      const { articleId, start, end, speaker, isStatement } = material;
      if (!isStatement) return onInsert(material, how);
      const made = await mark.run({ articleId, start, end, motivation: 'highlighting' });
      if (made !== undefined) onInsert({ ...made, speaker }, how);
    },
    [mark, onInsert],
  );
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
            onInsert={(material, how) => void insert(material, how)}
          />
        ))}
      </div>
    </section>
  );
});
