import { Command } from 'cmdk';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../messages/messages.ts';
import { keyNames } from '../state/keymap.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import css from './ActionsDialog.module.css';
import { closeDialog } from './dialogs.ts';
import { useActions } from './use-actions.ts';

/** Everything one can do here, found by name. */
export function ActionsDialog() {
  const m = useMessages();
  const actions = useActions();
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/);
  const found = actions.filter(({ label }) =>
    words.every((word) => label.toLowerCase().includes(word)),
  );
  return (
    <Dialog quiet width={560} title={m('app.actions')} onClose={closeDialog}>
      <Command shouldFilter={false} loop label={m('app.findAction')} className={css.palette}>
        <Command.Input
          data-autofocus
          className={css.input}
          value={text}
          placeholder={m('app.findAction')}
          onValueChange={setText}
        />
        <Command.List className={css.list} label={m('app.actions')}>
          {found.length === 0 && <p className={css.none}>{m('app.noAction')}</p>}
          {found.map((action) => (
            <Command.Item
              key={action.id}
              value={action.id}
              className={css.item}
              onSelect={() => {
                // What is behind the dialog takes no focus before it is gone.
                flushSync(closeDialog);
                action.run();
              }}
            >
              {action.label}
              {action.keys !== undefined && <Kbd>{keyNames(action.keys)}</Kbd>}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
