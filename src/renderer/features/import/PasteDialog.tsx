import { useId, useState } from 'react';
import { create } from 'zustand';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { lookOver } from './look-over.ts';
import { takePasted } from './pasted.ts';
import css from './PasteDialog.module.css';

export const usePasteDialog = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openPaste = (): void => usePasteDialog.setState({ open: true });
const closePaste = (): void => usePasteDialog.setState({ open: false });

/** A place to paste into; the clipboard is never read unasked. */
export function PasteDialog() {
  const m = useMessages();
  const id = useId();
  const [text, setText] = useState('');
  const goOn = () => {
    closePaste();
    void lookOver([{ name: m('imports.pastedText'), text }]);
  };
  return (
    <Dialog
      width={560}
      title={m('imports.pasteTitle')}
      onClose={closePaste}
      actions={
        <>
          <Button onClick={closePaste}>{m('ui.cancel')}</Button>
          <Button
            look="primary"
            disabledReason={text.trim() === '' ? m('imports.pasteHint') : undefined}
            onClick={goOn}
          >
            {m('imports.pasteContinue')}
          </Button>
        </>
      }
    >
      <label className={css.label} htmlFor={id}>
        {m('imports.pasteLabel')}
      </label>
      <textarea
        id={id}
        className={css.text}
        rows={10}
        value={text}
        data-autofocus
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          if (text !== '' || event.clipboardData.getData('text/html') === '') return;
          event.preventDefault();
          closePaste();
          void takePasted(event.clipboardData, m);
        }}
      />
      <p id={`${id}-hint`} className={css.hint}>
        {m('imports.pasteHint')}
      </p>
    </Dialog>
  );
}
