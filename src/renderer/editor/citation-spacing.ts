import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { CitationNode } from './nodes.tsx';

/** Marks that stand right behind the words before them. */
const closing = /^[.,;:!?)\]”’]$/u;

/** A mark typed behind a citation takes the place of the space that was put in with it. */
export const registerCitationSpacing = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_DOWN_COMMAND,
    ({ key, ctrlKey, metaKey }) => {
      if (!closing.test(key) || ctrlKey || metaKey || editor.isComposing()) return false;
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const { anchor } = selection;
      const node = anchor.getNode();
      if (
        $isTextNode(node) &&
        anchor.offset === 1 &&
        node.getTextContent().startsWith(' ') &&
        node.getPreviousSibling() instanceof CitationNode
      ) {
        node.spliceText(0, 1, '', true);
      }
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
