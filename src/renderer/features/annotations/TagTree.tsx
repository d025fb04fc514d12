import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Tag } from '../../../shared/model/tag.ts';
import { tagLabel, tagsAbove } from '../../../shared/text/tag-names.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { narrow, useAnnotationView } from './annotation-view.ts';
import css from './NarrowDown.module.css';
import { TagDialog, type TagTask } from './TagDialog.tsx';

/** CSS px each level of the outline is moved in. */
const indent = 14;

/** All tags as an outline: one narrows the list to it and those beneath, its menu changes it. */
export function TagTree() {
  const m = useMessages();
  const tags = useMethod('tags.list', {}).data?.items;
  const chosen = useAnnotationView(({ filter }) => filter.tag);
  const [task, setTask] = useState<TagTask | null>(null);
  if (tags?.length === 0) return <p className={css.empty}>{m('annotations.noTags')}</p>;
  return (
    <>
      <ul>
        {tags?.map((tag) => (
          <li
            key={tag.name}
            className={css.row}
            data-current={tag.name === chosen || undefined}
            style={{ paddingLeft: tagsAbove(tag.name).length * indent }}
          >
            <button
              type="button"
              className={css.pick}
              title={tag.name}
              aria-pressed={tag.name === chosen}
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
            <TagMenu tag={tag} onTask={setTask} />
          </li>
        ))}
      </ul>
      {task !== null && <TagDialog task={task} onClose={() => setTask(null)} />}
    </>
  );
}

function TagMenu({ tag, onTask }: { readonly tag: Tag; readonly onTask: (task: TagTask) => void }) {
  const m = useMessages();
  const kinds = ['rename', 'move', 'merge', 'colour', 'delete'] as const;
  return (
    <Menu
      label={m('annotations.tagMenu', { tag: tag.name })}
      placement="bottom-end"
      items={kinds.map((kind) => ({
        id: kind,
        label: m(`annotations.tag.${kind}`),
        separated: kind === 'delete',
        run: () => onTask({ kind, tag }),
      }))}
    >
      <IconButton icon={Ellipsis} label={m('annotations.tagMenu', { tag: tag.name })} />
    </Menu>
  );
}
