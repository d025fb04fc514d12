import { $isListItemNode, $isListNode } from '@lexical/list';
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  INDENT_CONTENT_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';

/** What moves when the cursor's block moves: its list item, else its top-level block. */
function $movable(): ElementNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const item = [node, ...node.getParents()].find($isListItemNode);
  const top = item ?? node.getTopLevelElement();
  return $isElementNode(top) ? top : null;
}

function $moveBlock(direction: 'up' | 'down'): boolean {
  const block = $movable();
  const next = direction === 'up' ? block?.getPreviousSibling() : block?.getNextSibling();
  if (block == null || next == null) return false;
  const selection = $getSelection()?.clone() ?? null;
  if (direction === 'up') next.insertBefore(block);
  else next.insertAfter(block);
  if ($isRangeSelection(selection)) {
    const { anchor, focus } = selection;
    const now = $getSelection();
    if ($isRangeSelection(now)) {
      now.anchor.set(anchor.key, anchor.offset, anchor.type);
      now.focus.set(focus.key, focus.offset, focus.type);
    }
  }
  return true;
}

/** At the beginning of a list item Tab nests it; elsewhere Tab leaves the text, as it must. */
function $atItemStart(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  const item = [node, ...node.getParents()].find($isListItemNode);
  if (item === undefined || !$isListNode(item.getParent()) || anchor.offset !== 0) return false;
  return node === item || item.getFirstDescendant() === node;
}

/** Alt and an arrow move a paragraph or list item; Tab and Shift+Tab at its start nest a list item. */
export function registerBlockKeys(editor: LexicalEditor): () => void {
  const move = (direction: 'up' | 'down') => (event: KeyboardEvent | null) => {
    if (event === null || !event.altKey || event.ctrlKey || event.metaKey) return false;
    event.preventDefault();
    return $moveBlock(direction) || true;
  };
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_UP_COMMAND, move('up'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, move('down'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!$atItemStart()) return false;
        event.preventDefault();
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
