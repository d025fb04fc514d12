import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  INSERT_TABLE_COMMAND,
} from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';
import { Table2 } from 'lucide-react';
import { useMessages } from '../messages/messages.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/menu/Menu.tsx';

function $deleteTable(): void {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  const table = node === null ? null : $findTableNode(node);
  table?.selectNext();
  table?.remove();
}

/** Puts a table in; inside of one, changes its rows and columns. */
export function TableButton({ inside }: { readonly inside: boolean }) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  if (!inside) {
    return (
      <IconButton
        icon={Table2}
        label={m('briefings.table')}
        onClick={() =>
          void editor.dispatchCommand(INSERT_TABLE_COMMAND, {
            rows: '3',
            columns: '3',
            includeHeaders: { rows: true, columns: false },
          })
        }
      />
    );
  }
  const item = (
    label: Parameters<typeof m>[0] & `editor.table${string}`,
    change: () => void,
    separated = false,
  ): MenuItem => ({
    id: label,
    label: m(label),
    separated,
    run: () => {
      editor.update(change);
      editor.focus();
    },
  });
  return (
    <Menu
      label={m('briefings.table')}
      items={[
        item('editor.tableRowAbove', () => void $insertTableRowAtSelection(false)),
        item('editor.tableRowBelow', () => void $insertTableRowAtSelection(true)),
        item('editor.tableColumnBefore', () => void $insertTableColumnAtSelection(false)),
        item('editor.tableColumnAfter', () => void $insertTableColumnAtSelection(true)),
        item('editor.tableDeleteRow', $deleteTableRowAtSelection, true),
        item('editor.tableDeleteColumn', $deleteTableColumnAtSelection),
        item('editor.tableDelete', $deleteTable),
      ]}
    >
      <IconButton icon={Table2} label={m('briefings.table')} aria-pressed />
    </Menu>
  );
}
