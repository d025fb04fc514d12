import { useMessages, type MessageKey } from '../messages/messages.ts';
import { keyNames, useKeymap, type ShortcutGroup } from '../state/keymap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { closeDialog } from './dialogs.ts';
import { withKnown } from './known-shortcuts.ts';
import css from './ShortcutsDialog.module.css';

const groups: Readonly<Record<ShortcutGroup, MessageKey>> = {
  everywhere: 'app.groupEverywhere',
  articles: 'app.groupArticles',
  reading: 'app.groupReading',
  annotations: 'app.annotations',
  writing: 'app.groupWriting',
};

/** Every shortcut, by task: what works where the person is, and what does in a text. */
export function ShortcutsDialog() {
  const m = useMessages();
  const here = useKeymap((state) => state.shortcuts);
  const shortcuts = withKnown([...here.values()]);
  return (
    <Dialog
      onlyRead
      width={960}
      title={m('app.shortcuts')}
      onClose={closeDialog}
      actions={<Button onClick={closeDialog}>{m('ui.close')}</Button>}
    >
      <>
        {Object.entries(groups).map(([group, label]) => {
          const rows = shortcuts.filter((shortcut) => shortcut.group === group);
          return (
            rows.length > 0 && (
              <section key={group} className={css.group}>
                <h3 className={css.label}>{m(label)}</h3>
                <dl className={css.rows}>
                  {rows.map((shortcut) => (
                    <div key={`${shortcut.keys} ${shortcut.label}`} className={css.row}>
                      <dt>{m(shortcut.label)}</dt>
                      <dd>
                        <span className="visually-hidden">{keyNames(shortcut.keys)}</span>
                        <Kbd>{keyNames(shortcut.keys)}</Kbd>
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </>
    </Dialog>
  );
}
