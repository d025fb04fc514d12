import { Ellipsis } from 'lucide-react';
import { useState, type DragEvent, type FocusEvent, type KeyboardEvent } from 'react';
import type { Tag } from '../../../shared/model/tag.ts';
import { isWithinTag, tagLabel, tagsAbove } from '../../../shared/text/tag-names.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useRoving } from '../../ui/list/use-roving.ts';
import { Menu } from '../../ui/menu/Menu.tsx';
import { useKeptStop } from '../../ui/use-kept-stop.ts';
import { narrow, useAnnotationView } from './annotation-view.ts';
import { changeTag, type TagTask } from './change-tag.ts';
import css from './NarrowDown.module.css';
import { TagDialog } from './TagDialog.tsx';

/** CSS px each level of the outline is moved in. */
const indent = 14;

const keyed: Readonly<Record<string, 'rename' | 'delete'>> = { F2: 'rename', Delete: 'delete' };

/**
 * All tags as an outline: one narrows the list to it and those beneath, its menu changes it, and
 * dragged onto another it comes to stand beneath that one.
 */
export function TagTree() {
  const m = useMessages();
  const tags = useMethod('tags.list', {}).data?.items ?? null;
  const chosen = useAnnotationView(({ filter }) => filter.tag);
  const [task, setTask] = useState<TagTask | null>(null);
  const [dragged, setDragged] = useState<Tag | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const { stop, list } = useRoving(tags?.length ?? 0);
  // A tag under a new name is another row: the focus stays in its place.
  const kept = useKeptStop<HTMLUListElement>();
  const rows = {
    ...list,
    ...kept,
    onFocus: (event: FocusEvent) => {
      list.onFocus(event);
      kept.onFocus(event);
    },
  };
  if (tags?.length === 0) return <p className={css.empty}>{m('annotations.noTags')}</p>;

  /** Null: the top of the outline. */
  const takes = (tag: Tag | null) =>
    dragged !== null &&
    (tag === null ? tagsAbove(dragged.name).length > 0 : !isWithinTag(tag.name, dragged.name));
  const stopDragging = () => {
    setDragged(null);
    setOver(null);
  };
  const source = (tag: Tag) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData('text/plain', tag.name);
      setDragged(tag);
    },
    onDragEnd: stopDragging,
  });
  const target = (into: Tag | null) => ({
    'data-over': over === (into?.name ?? '') || undefined,
    onDragOver: (event: DragEvent) => {
      if (!takes(into)) return;
      event.preventDefault();
      setOver(into?.name ?? '');
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      if (dragged === null || !takes(into)) return;
      event.preventDefault();
      void changeTag(m, { kind: 'move', tag: dragged }, into?.name ?? '', null);
      stopDragging();
    },
  });
  const press = (event: KeyboardEvent, tag: Tag) => {
    const kind = keyed[event.key];
    if (kind === undefined) return;
    event.preventDefault();
    setTask({ kind, tag });
  };
  return (
    <>
      <ul {...rows}>
        {tags?.map((tag, index) => (
          <li
            key={tag.name}
            className={css.row}
            data-roving={index}
            data-current={tag.name === chosen || undefined}
            style={{ paddingLeft: tagsAbove(tag.name).length * indent }}
            {...source(tag)}
            {...target(tag)}
          >
            <button
              type="button"
              className={css.pick}
              title={tag.name}
              tabIndex={stop(index)}
              aria-pressed={tag.name === chosen}
              aria-keyshortcuts="F2 Delete"
              onKeyDown={(event) => press(event, tag)}
              onClick={() => narrow({ tag: tag.name === chosen ? undefined : tag.name })}
            >
              <span className={css.swatch} data-colour={tag.colour ?? 'none'} aria-hidden />
              <span className="visually-hidden">
                {m('annotations.tagCount', { tag: tag.name, count: tag.withSubtags })}
              </span>
              <span className={css.label} aria-hidden>
                {tagLabel(tag.name)}
              </span>
              <span className={css.number} aria-hidden>
                {tag.withSubtags}
              </span>
            </button>
            <TagMenu tag={tag} tabIndex={stop(index)} onTask={setTask} />
          </li>
        ))}
      </ul>
      {takes(null) && (
        <p className={css.top} {...target(null)}>
          {m('annotations.tag.toTop')}
        </p>
      )}
      {task !== null && <TagDialog task={task} onClose={() => setTask(null)} />}
    </>
  );
}

interface TagMenuProps {
  readonly tag: Tag;
  readonly tabIndex: 0 | -1;
  readonly onTask: (task: TagTask) => void;
}

/** With the keys that do the same on the tag itself. */
const changes = [
  ['rename', 'F2'],
  ['move', undefined],
  ['merge', undefined],
  ['colour', undefined],
  ['delete', 'Delete'],
] as const;

function TagMenu({ tag, tabIndex, onTask }: TagMenuProps) {
  const m = useMessages();
  return (
    <Menu
      label={m('annotations.tagMenu', { tag: tag.name })}
      placement="bottom-end"
      items={changes.map(([kind, keys]) => ({
        id: kind,
        label: m(`annotations.tag.${kind}`),
        separated: kind === 'delete',
        keys,
        run: () => onTask({ kind, tag }),
      }))}
    >
      <IconButton
        icon={Ellipsis}
        label={m('annotations.tagMenu', { tag: tag.name })}
        tabIndex={tabIndex}
      />
    </Menu>
  );
}
