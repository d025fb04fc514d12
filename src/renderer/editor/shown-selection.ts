import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';

/** Keys that change the text as they go down, before the browser tells where the selection is. */
const changing = new Set(['Enter', 'Backspace', 'Delete', 'Tab']);

/**
 * Takes over the selection the browser shows before such a key works on it. Browsers tell of a
 * selection that changed a moment later: keys that follow each other fast would otherwise delete
 * what was selected before the arrow key.
 */
export const registerShownSelection = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_DOWN_COMMAND,
    ({ key }) => {
      const known = $getSelection();
      if (!changing.has(key) || editor.isComposing() || !$isRangeSelection(known)) return false;
      const shown = getSelection();
      if (editor.getRootElement()?.contains(shown?.anchorNode ?? null) !== true) return false;
      const now = $createRangeSelectionFromDom(shown, editor);
      if (now !== null && !(now.anchor.is(known.anchor) && now.focus.is(known.focus))) {
        $setSelection(now);
      }
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
