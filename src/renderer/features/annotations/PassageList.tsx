import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { VirtualList } from '../../ui/list/VirtualList.tsx';
import { all, extended, nothing, only, stillThere, toggled } from './multi-selection.ts';
import { openPassage } from './open-passage.ts';
import { PassageRow, passageRowHeight } from './PassageRow.tsx';
import { SelectionBar } from './SelectionBar.tsx';

/**
 * Passages of which many can be chosen: a click chooses one, Ctrl one more, Shift a range, Space
 * and Ctrl+A as well; a double click or Enter opens one, Delete deletes the chosen.
 */
export function PassageList({ ids }: { readonly ids: readonly string[] }) {
  const m = useMessages();
  const remove = useCommand('annotations.deleteMany');
  const [active, setActive] = useState(0);
  const [kept, setSelection] = useState(nothing);
  const selection = stillThere(ids, kept);
  const chosen = [...selection.ids];
  const removeChosen = async () => {
    if (chosen.length === 0) return;
    const done = await remove.run({ ids: chosen });
    if (done === undefined) return;
    setSelection(nothing);
    showDone(m, m('annotations.deletedMany', { count: done.deleted }));
  };

  const click = (event: MouseEvent, index: number) => {
    setActive(index);
    const id = ids[index];
    const onBox = (event.target as Element).closest('[data-box]') !== null;
    if (event.detail === 2 && !onBox && id !== undefined) void openPassage(id);
    else if (event.shiftKey) setSelection(extended(ids, selection, index));
    else if (onBox || event.ctrlKey || event.metaKey) setSelection(toggled(ids, selection, index));
    else setSelection(only(ids, index));
  };
  const press = (event: KeyboardEvent, index: number, target: number | null) => {
    const command = event.ctrlKey || event.metaKey;
    const id = ids[index];
    if (target !== null && event.shiftKey && !command) {
      // The list moves the focus; the range follows it, from where the focus was.
      const from = selection.ids.has(id ?? '') ? selection : only(ids, index);
      setSelection(extended(ids, from, target));
      return;
    }
    if (event.key === ' ') setSelection(toggled(ids, selection, index));
    else if (command && event.key.toLowerCase() === 'a') setSelection(all(ids));
    else if (event.key === 'Escape' && chosen.length > 0) setSelection(nothing);
    else if (event.key === 'Delete' && chosen.length > 0) void removeChosen();
    else if (event.key === 'Enter' && id !== undefined) void openPassage(id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <SelectionBar
        ids={chosen}
        total={ids.length}
        onAll={() => setSelection(all(ids))}
        onNone={() => setSelection(nothing)}
        onDelete={() => void removeChosen()}
      />
      <VirtualList
        label={m('annotations.title')}
        choosing
        count={ids.length}
        rowHeight={passageRowHeight}
        active={Math.min(active, Math.max(0, ids.length - 1))}
        onActive={setActive}
        keyOf={(index) => ids[index] ?? String(index)}
        onRowClick={click}
        onRowKey={press}
        renderRow={(index, row) => (
          <PassageRow
            index={index}
            total={ids.length}
            row={row}
            chosen={selection.ids.has(ids[index] ?? '')}
          />
        )}
      />
    </>
  );
}
