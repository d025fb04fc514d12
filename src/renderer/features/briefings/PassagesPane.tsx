import { Check, ChevronDown } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMethod } from '../../api/use-method.ts';
import type { PassageSources } from '../../editor/use-passage-sources.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { groupings, groupPassages, type Grouping } from './passage-groups.ts';
import css from './PassagesPane.module.css';

const labels: Readonly<Record<Grouping, MessageKey>> = {
  article: 'briefings.byArticle',
  tag: 'briefings.byTag',
  actor: 'briefings.byActor',
};

export interface PassagesPaneProps {
  readonly sources: PassageSources;
  /** How often this briefing cites a passage. */
  readonly uses: ReadonlyMap<string, number>;
  readonly onInsert: (passage: Annotation) => void;
}

/** The passages beside the page: unused first, in groups; B, Enter or a double click inserts one. */
export function PassagesPane({ sources, uses, onInsert }: PassagesPaneProps) {
  const m = useMessages();
  const [by, setBy] = useState<Grouping>('article');
  const [filter, setFilter] = useState('');
  const { data: actors } = useMethod('actors.list', {}, { enabled: by === 'actor' });
  const { data: mentions } = useMethod(
    'mentions.list',
    { limit: 100_000 },
    { enabled: by === 'actor' },
  );
  const { listed, articles, sourceOf } = sources;
  const unused = listed.filter(({ id }) => !uses.has(id)).length;
  const groups = useMemo(() => {
    const words = filter.toLocaleLowerCase();
    const wanted = listed.filter(({ quote, comment, tags }) =>
      `${quote} ${comment} ${tags.join(' ')}`.toLocaleLowerCase().includes(words),
    );
    return groupPassages(wanted, (id) => uses.has(id), {
      by,
      articles,
      actors: actors?.items ?? [],
      mentions: mentions?.items ?? [],
      none: m(by === 'tag' ? 'briefings.noTag' : 'briefings.noActor'),
    });
  }, [actors, articles, by, filter, listed, m, mentions, uses]);
  return (
    <section className={css.pane} aria-label={m('briefings.passages')}>
      <header className={css.header}>
        <h2 className={css.title}>{m('briefings.passages')}</h2>
        <span className={css.count}>
          {m('briefings.unusedOf', { unused, total: listed.length })}
        </span>
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
      </header>
      <input
        className={css.filter}
        type="search"
        aria-label={m('briefings.filter')}
        placeholder={m('briefings.filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div className={css.groups}>
        {listed.length === 0 && <p className={css.none}>{m('briefings.noPassages')}</p>}
        {groups.map((group) => (
          <details key={group.name} className={css.group} open={group.unused > 0}>
            <summary className={css.name}>
              <span className={css.words}>{group.name}</span>
              <span className={css.count}>
                {m('briefings.groupUnused', { count: group.unused })}
              </span>
            </summary>
            <ul>
              {group.passages.map((passage) => (
                <li key={passage.id}>
                  <PassageItem
                    passage={passage}
                    source={sourceOf(passage)}
                    uses={uses.get(passage.id) ?? 0}
                    onInsert={onInsert}
                  />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}

interface PassageItemProps {
  readonly passage: Annotation;
  readonly source: string;
  readonly uses: number;
  readonly onInsert: (passage: Annotation) => void;
}

function PassageItem({ passage, source, uses, onInsert }: PassageItemProps) {
  const m = useMessages();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'b' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onInsert(passage);
  };
  return (
    <button
      type="button"
      className={css.passage}
      data-colour={passage.colour}
      data-used={uses > 0 || undefined}
      aria-keyshortcuts="B"
      onClick={() => onInsert(passage)}
      onKeyDown={onKeyDown}
    >
      <span className={css.quote}>{passage.quote}</span>
      <span className={css.meta}>
        <span className={css.words}>{source}</span>
        {uses > 0 ? (
          <span className={css.used}>
            <Check size={12} aria-hidden /> {m('briefings.usedIn', { count: uses })}
          </span>
        ) : (
          <span className={css.hint}>
            <Kbd>B</Kbd> {m('briefings.insertKey')}
          </span>
        )}
      </span>
    </button>
  );
}
