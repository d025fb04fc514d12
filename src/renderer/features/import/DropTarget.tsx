import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { takesText } from '../../state/keymap.ts';
import { droppedFiles } from './dropped.ts';
import css from './DropTarget.module.css';
import { lookOverFiles } from './look-over.ts';
import { takePasted } from './pasted.ts';
import { PasteDialog, usePasteDialog } from './PasteDialog.tsx';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Files may be dropped anywhere, and articles pasted anywhere but into a field. */
export function DropTarget() {
  const m = useMessages();
  const [over, setOver] = useState(false);
  const pasting = usePasteDialog((state) => state.open);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(lookOverFiles);
    };
    const paste = (event: ClipboardEvent) => {
      // What was pasted into a document is taken by it, wherever in it the cursor stands.
      if (event.defaultPrevented || takesText(event.target)) return;
      if (event.clipboardData === null) return;
      void takePasted(event.clipboardData, m);
    };
    window.addEventListener('dragenter', drag);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', drag);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [m]);
  return (
    <>
      {over && (
        <div className={css.cover} aria-hidden>
          <p className={css.message}>{m('imports.dropAnywhere')}</p>
        </div>
      )}
      {pasting && <PasteDialog />}
    </>
  );
}
