import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import {
  $getSelection,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { cleanPasted } from './clean-pasted.ts';
import { parsePasted } from './parse-pasted.ts';

/** Beyond this many characters a paste is taken as plain text. */
const longest = 4_000_000;

/** HTML from elsewhere comes in as clean structure; a paste from another document comes as it is. */
export const registerPaste = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false;
      const { clipboardData } = event;
      if (clipboardData.types.includes('application/x-lexical-editor')) return false;
      const html = clipboardData.getData('text/html');
      if (html === '' || html.length > longest) return false;
      const pasted = parsePasted(html);
      cleanPasted(pasted);
      if (pasted.body.textContent.trim() === '') return false;
      event.preventDefault();
      editor.update(
        () => {
          const selection = $getSelection();
          if (selection === null) return;
          $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, pasted), selection);
        },
        { tag: PASTE_TAG },
      );
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
