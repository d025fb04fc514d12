import { useState } from 'react';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import type { NotebookDocument } from '../../../shared/model/document.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import { unknownTypes } from '../extension.ts';
import type { OpenedDocument } from '../OpenDocument.tsx';
import { useSaving } from '../use-saving.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import css from './conflict.module.css';

export type ConflictLineProps = Pick<
  OpenedDocument,
  'id' | 'kind' | 'saves' | 'content' | 'base' | 'merge' | 'reload' | 'overwrite'
>;

/** Asks what to do when the document was saved in two places. */
export function ConflictLine(opened: ConflictLineProps) {
  const { id, kind, saves, content, base, merge, reload, overwrite } = opened;
  const m = useMessages();
  const saving = useSaving(saves);
  const [saved, setSaved] = useState<NotebookDocument | null>(null);
  if (saving.kind !== 'conflict') return null;
  const compare = async () => {
    try {
      const newest = await client.call(`${kind}.get`, { id });
      const types = unknownTypes(newest.content).join(', ');
      if (types === '') setSaved(newest);
      else showToast({ message: m('briefings.unknownNodes', { types }) });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <p className={css.line} role="alert">
        {m('briefings.conflict')}
        <Button look="primary" onClick={() => void compare()}>
          {m('conflict.compare')}
        </Button>
        <Button onClick={reload}>{m('briefings.loadSaved')}</Button>
        <Button onClick={overwrite}>{m('briefings.overwrite')}</Button>
      </p>
      {saved !== null && (
        <ConflictDialog
          base={base()}
          theirs={saved.content}
          mine={content}
          onClose={() => setSaved(null)}
          onMerged={(merged) => {
            setSaved(null);
            merge(saved, merged);
            showToast({ message: m('conflict.merged') });
          }}
        />
      )}
    </>
  );
}
