import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { chooseByClick, chooseByKey, chooseRow, type Choice } from '../../ui/list/choose-rows.ts';
import { all, nothing, only, stillThere } from '../../ui/list/multi-selection.ts';
import { VirtualList } from '../../ui/list/VirtualList.tsx';
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
  const reachable = Math.min(active, Math.max(0, ids.length - 1));
  const choice: Choice = {
    rows: ids,
    active: reachable,
    selection,
    select: setSelection,
    selectAll: () => setSelection(all(ids)),
  };
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
    else if (onBox) chooseRow(choice, event, index);
    else if (!chooseByClick(choice, event, index) && id !== undefined) setSelection(only(id));
  };
  const press = (event: KeyboardEvent, index: number, target: number | null) => {
    chooseByKey(choice, event, index, target);
    const id = ids[index];
    if (event.key === 'Delete' && chosen.length > 0) void removeChosen();
    else if (event.key === 'Enter' && id !== undefined) void openPassage(id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <SelectionBar
        ids={chosen}
        total={ids.length}
        onAll={choice.selectAll}
        onNone={() => setSelection(nothing)}
        onDelete={() => void removeChosen()}
      />
      <VirtualList
        label={m('annotations.title')}
        choosing
        count={ids.length}
        rowHeight={passageRowHeight}
        active={reachable}
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
