import { Palette, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { colours, type Colour } from '../../../shared/model/annotation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { useShortcut } from '../../state/keymap.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { ChosenBar } from '../../ui/list/ChosenBar.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { TagManyDialog } from './TagManyDialog.tsx';

export interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly total: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onDelete: () => void;
}

/** What can be done with the chosen passages, each as one step that can be undone. */
export function SelectionBar({ ids, total, onAll, onNone, onDelete }: SelectionBarProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const update = useCommand('annotations.updateMany');
  const [tagging, setTagging] = useState<'add' | 'remove' | null>(null);
  const change = async (changes: Omit<Parameters<typeof update.run>[0], 'ids'>) => {
    const done = await update.run({ ids: [...ids], ...changes });
    if (done !== undefined) showDone(m, m('annotations.changedMany', { count: done.changed }));
  };
  useShortcut({
    keys: 'T',
    label: 'annotations.addTags',
    group: 'annotations',
    enabled: ids.length > 0,
    run: () => setTagging('add'),
  });
  return (
    <ChosenBar
      edge="top"
      label={m('annotations.chosen')}
      said={m('annotations.chosenCount', { count: ids.length })}
      onNone={ids.length === 0 ? undefined : onNone}
      noneLabel={m('annotations.chooseNone')}
    >
      {ids.length === 0 ? (
        <Button look="link" onClick={onAll}>
          {m('annotations.chooseAll', { count: total })}
        </Button>
      ) : (
        <>
          {colours.map((colour, i) => (
            <ColourKey
              key={colour}
              keys={String(i + 1)}
              colour={colour}
              run={() => void change({ colour })}
            />
          ))}
          <Button look="plain" icon={Tag} aria-keyshortcuts="T" onClick={() => setTagging('add')}>
            {m('annotations.addTags')}
          </Button>
          <Button look="plain" onClick={() => setTagging('remove')}>
            {m('annotations.removeTags')}
          </Button>
          <Menu
            label={m('annotations.colour')}
            items={colours.map((colour) => ({
              id: colour,
              label: nameOf(colour),
              run: () => void change({ colour }),
            }))}
          >
            <Button look="plain" icon={Palette}>
              {m('annotations.colour')}
            </Button>
          </Menu>
          <Button look="plain" icon={Trash2} onClick={onDelete}>
            {m('annotations.deleteMany')}
          </Button>
        </>
      )}
      {tagging !== null && (
        <TagManyDialog
          what={tagging}
          count={ids.length}
          onTags={(tags) => {
            setTagging(null);
            void change(tagging === 'add' ? { addTags: tags } : { removeTags: tags });
          }}
          onClose={() => setTagging(null)}
        />
      )}
    </ChosenBar>
  );
}

interface ColourKeyProps {
  readonly keys: string;
  readonly colour: Colour;
  readonly run: () => void;
}

/** A digit gives the chosen passages a colour, as in the text. */
function ColourKey({ colour, ...shortcut }: ColourKeyProps) {
  useShortcut({ ...shortcut, label: `reader.highlight.${colour}`, group: 'annotations' });
  return null;
}
