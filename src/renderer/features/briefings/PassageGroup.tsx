import { useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { Material } from './materials.ts';
import { PassageItem, type PassageItemProps } from './PassageItem.tsx';
import type { PassageGroup as Group } from './passage-groups.ts';
import css from './PassagesPane.module.css';

/** Passages of a group that are drawn at first, and with each click on "more". */
const step = 60;

export interface PassageGroupProps extends Pick<PassageItemProps, 'onInsert'> {
  readonly group: Group;
  readonly sourceOf: (passage: Material) => string;
  readonly uses: ReadonlyMap<string, number>;
}

/** One group of passages. It starts folded where all are used, and never folds by itself. */
export function PassageGroup({ group, sourceOf, uses, onInsert }: PassageGroupProps) {
  const m = useMessages();
  const [open, setOpen] = useState(group.unused > 0);
  const [shown, setShown] = useState(step);
  const more = group.passages.length - shown;
  return (
    <details
      className={css.group}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={css.name}>
        <span className={css.words}>{group.name}</span>
        <span className={css.count}>{m('briefings.groupUnused', { count: group.unused })}</span>
      </summary>
      {open && (
        <>
          <ul>
            {group.passages.slice(0, shown).map((passage) => (
              <PassageItem
                key={passage.id}
                passage={passage}
                source={sourceOf(passage)}
                uses={uses.get(passage.id) ?? 0}
                onInsert={onInsert}
              />
            ))}
          </ul>
          {more > 0 && (
            <Button look="link" onClick={() => setShown((count) => count + step)}>
              {m('briefings.morePassages', { count: more })}
            </Button>
          )}
        </>
      )}
    </details>
  );
}
