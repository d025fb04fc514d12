import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { mergeRegister } from '@lexical/utils';
import {
  $createRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DRAGEND_COMMAND,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
} from 'lexical';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { insertPassage } from './edits.ts';
import { carriesPassage, draggedPassage } from './passage-drag.ts';
import css from './marks.module.css';

/** The place between two characters under the pointer. */
function caretAt({ clientX, clientY }: DragEvent): Range | null {
  const at = document.caretPositionFromPoint(clientX, clientY);
  if (at === null) return null;
  const range = document.createRange();
  range.setStart(at.offsetNode, at.offset);
  return range;
}

/** A passage dropped on the text is quoted and cited there; with Alt, only cited. */
export function PassageDrop() {
  const [editor] = useLexicalComposerContext();
  const [caret, setCaret] = useState<DOMRect | null>(null);
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            if (!carriesPassage(event.dataTransfer)) return false;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
            setCaret(caretAt(event)?.getBoundingClientRect() ?? null);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            setCaret(null);
            if (!carriesPassage(event.dataTransfer)) return false;
            event.preventDefault();
            const passage = draggedPassage(event.dataTransfer);
            const place = caretAt(event);
            if (passage === null || place === null) return true;
            editor.update(
              () => {
                const selection = $createRangeSelection();
                selection.applyDOMRange(place);
                $setSelection(selection);
              },
              { discrete: true },
            );
            insertPassage(editor, passage, event.altKey ? 'citation' : 'quotation');
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DRAGEND_COMMAND,
          () => {
            setCaret(null);
            return false;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerRootListener((root, before) => {
          const leave = () => setCaret(null);
          before?.removeEventListener('dragleave', leave);
          root?.addEventListener('dragleave', leave);
        }),
      ),
    [editor],
  );
  if (caret === null) return null;
  const { left, top, height } = caret;
  return createPortal(<span className={css.caret} style={{ left, top, height }} />, document.body);
}
