import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { NameForm } from '../NameForm.tsx';
import { VersionPane } from './VersionPane.tsx';
import { VersionRow } from './VersionRow.tsx';
import css from './versions.module.css';

export interface VersionsDialogProps {
  readonly documentId: string;
  readonly onClose: () => void;
}

/** The versions of a document beside what changed since the one that is chosen. */
export function VersionsDialog({ documentId, onClose }: VersionsDialogProps) {
  const m = useMessages();
  const { data } = useMethod('versions.list', { documentId });
  const create = useCommand('versions.create');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const items = data?.items ?? [];
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0];
  const keep = async (name: string) => {
    const made = await create.run({ documentId, name });
    if (made === undefined) return;
    setChosenId(made.id);
    showDone(m, m('versions.keptNow', { name }));
  };
  return (
    <Dialog
      title={m('versions.title')}
      width={items.length === 0 ? 440 : 960}
      onClose={onClose}
      actions={
        <Button data-autofocus onClick={onClose}>
          {m('versions.close')}
        </Button>
      }
    >
      <div className={css.columns} data-empty={items.length === 0 || undefined}>
        <div className={css.side}>
          <NameForm label={m('versions.nameNow')} action={m('versions.keepNow')} onName={keep} />
          <p className={css.explain}>{m('versions.explain')}</p>
          {data !== undefined && items.length === 0 && (
            <p className={css.none}>{m('versions.none')}</p>
          )}
          <ol className={css.list} aria-label={m('versions.list')}>
            {items.map((version) => (
              <li key={version.id}>
                <VersionRow
                  name={version.name ?? m('versions.automatic')}
                  named={version.name !== null}
                  created={version.created}
                  words={version.words}
                  chosen={version.id === chosen?.id}
                  onChoose={() => setChosenId(version.id)}
                />
              </li>
            ))}
          </ol>
        </div>
        {chosen !== undefined && (
          <VersionPane key={chosen.id} version={chosen} versions={items} onRestored={onClose} />
        )}
      </div>
    </Dialog>
  );
}
